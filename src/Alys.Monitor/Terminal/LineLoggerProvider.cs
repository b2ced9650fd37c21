using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Alys.Monitor.Terminal;

/// <summary>Logs as one line an entry: the time in UTC, the level, the sentence.</summary>
/// <param name="write">Takes the lines; called from any thread.</param>
/// <param name="clock">Gives the time.</param>
internal sealed class LineLoggerProvider(Action<string> write, TimeProvider clock) : ILoggerProvider, ILogger
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        string time = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string level = logLevel switch
        {
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            _ => "error",
        };
        string why = exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message})";
        write($"{time} {level}: {formatter(state, exception)}{why}".ReplaceLineEndings(" "));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
