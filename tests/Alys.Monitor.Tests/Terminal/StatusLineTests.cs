using Alys.Metrics;
using Alys.Metrics.Collectors;
using Alys.Metrics.Node;
using Alys.Monitor.Terminal;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Monitor.Tests.Terminal;

public sealed class StatusLineTests
{
    private readonly MetricRegistry _registry = new();

    [Fact]
    public void What_was_never_seen_is_shown_as_absent() => Assert.Equal(
        "–  height – of –  – blk/s  head – s old  pool –  peers –  node – % cpu – MiB",
        StatusLine.Compose(MetricPage.Of(_registry), []));

    [Fact]
    public void What_is_seen_is_shown()
    {
        FakeTimeProvider clock = new();
        new SyncMetrics(_registry, clock, Presence.WhenReported).Report(1_234, 2_000, SyncState.Blocks);
        ChainMetrics chain = new(_registry, clock);
        chain.ReportHead(clock.GetUtcNow(), gasLimit: 1);
        new TxPoolMetrics(_registry, Presence.WhenReported).Report(2, 1);
        new ProcessMetrics(_registry).Report(
            new ProcessReading { Pid = 1, CpuPercent = 3.2, ResidentBytes = 50 << 20 });
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(
            "blocks  height 1,234 of 2,000  0.0 blk/s  head 4 s old  pool 3  peers –  node 3 % cpu 50 MiB",
            StatusLine.Compose(MetricPage.Of(_registry), [Healthy("evm")]));
    }

    [Fact]
    public void What_fails_is_named_with_its_reason()
    {
        CollectorStatus evm = new("evm", true, 2, "connection refused", null);
        string line = StatusLine.Compose(MetricPage.Of(_registry), [Healthy("host"), evm]);
        Assert.EndsWith("  | evm: connection refused", line, StringComparison.Ordinal);
        Assert.Equal("evm", StatusLine.Subject([Healthy("host"), evm]));
    }

    private static CollectorStatus Healthy(string name) => new(name, true, 0, null, null);
}
