using Microsoft.Extensions.Logging;

namespace Alys.Metrics.Collectors.Tests;

/// <summary>Keeps what is logged, as <c>Level: text</c>.</summary>
internal sealed class RecordingLogger : ILogger<CollectionLoop>
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    /// <summary>The lines for an operator: information and above.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate) return [.. _lines.Where(line => !line.StartsWith("Debug", StringComparison.Ordinal))];
        }
    }

    public Action OnLog { get; set; } = () => { };

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (_gate) _lines.Add($"{logLevel}: {formatter(state, exception)}");
        OnLog();
    }
}
