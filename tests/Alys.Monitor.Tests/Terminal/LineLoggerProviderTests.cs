using Alys.Monitor.Terminal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Monitor.Tests.Terminal;

public sealed class LineLoggerProviderTests : IDisposable
{
    private readonly List<string> _lines = [];
    private readonly LineLoggerProvider _log;

    public LineLoggerProviderTests() => _log = new LineLoggerProvider(
        _lines.Add, new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));

    [Fact]
    public void An_entry_is_one_line_with_the_time_in_utc_and_the_level()
    {
        ILogger logger = _log.CreateLogger("any");
        logger.LogInformation("Watching {What}", "it");
        logger.LogWarning("two\nlines");
        logger.LogError(new IOException("disk full"), "cannot write");
        Assert.Equal(
            [
                "2026-01-02T03:04:05Z info: Watching it",
                "2026-01-02T03:04:05Z warn: two lines",
                "2026-01-02T03:04:05Z error: cannot write (IOException: disk full)",
            ],
            _lines);
    }

    [Fact]
    public void Details_are_left_out()
    {
        _log.CreateLogger("any").LogDebug("detail");
        Assert.Empty(_lines);
    }

    public void Dispose() => _log.Dispose();
}
