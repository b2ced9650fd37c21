using System.Globalization;
using Alys.DevNode.Tests.Fixtures;
using Alys.Metrics;
using Alys.Metrics.Node;

namespace Alys.DevNode.Tests.EndToEnd;

public sealed class CatalogTests(ITestOutputHelper output)
{
    private const int MostSeries = 10_000;

    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>What happens in every node's life but not in any minute of it.</summary>
    private static readonly (string Name, int Seconds)[] Faults =
    [
        ("migration-errors", 5), ("migration-rollback", 5), ("deep-reorg", 5), ("dead-letters", 5),
        ("actor-restart-loop", 5), ("engine-errors", 5), ("stuck-actor", 5), ("falling-behind", 12),
        ("missed-slots", 30), ("federation-member-lost", 5), ("pegout-stuck", 50),
    ];

    /// <summary>Families whose right value here may be 0, and why.</summary>
    private static readonly Dictionary<string, string> MayBeZero = new()
    {
        ["alys_host_clock_offset_seconds"] = "the kernel corrects nothing",
        ["alys_host_clock_synchronized"] = "nothing keeps the clock of a container",
        ["alys_node_last_shutdown_unclean"] = "the node has not crashed; CrashTests sees it at 1",
        ["alys_chain_blocks_skipped_total"] = "only a monitor beside a node passes blocks by",
        ["alys_process_disk_read_bytes_total"] = "what it read was in memory already",
        ["alys_collector_failures_total"] = "no collector has failed",
    };

    /// <summary>Families that a machine may be without, and why.</summary>
    private static readonly Dictionary<string, string> MayBeAbsent = new()
    {
        ["alys_host_clock_synchronized"] = "the kernel's clock cannot be read",
        ["alys_host_clock_max_error_seconds"] = "the kernel's clock cannot be read",
        ["alys_host_clock_offset_seconds"] = "the kernel's clock cannot be read",
        ["alys_process_memory_limit_bytes"] = "there is no limit",
    };

    [Fact]
    public async Task Every_family_of_the_catalog_is_set_by_the_node_within_a_minute()
    {
        await using var pair = new Pair();
        await pair.InitializeAsync();
        foreach ((string name, int seconds) in Faults) await pair.V2.StartFaultAsync(name, seconds);
        Dictionary<string, double> highest = [];
        long started = TimeProvider.System.GetTimestamp();
        ScrapedPage page = await pair.V2.PageAsync();
        while (TimeProvider.System.GetElapsedTime(started) < Minute)
        {
            page = await pair.V2.PageAsync();
            foreach ((string series, double value) in page.Samples.Where(sample => sample.Value != 0))
                highest[series] = Math.Max(value, highest.GetValueOrDefault(series, double.NegativeInfinity));
            await Task.Delay(Look, TimeProvider.System, TestContext.Current.CancellationToken);
        }

        string[] unset =
            [.. Catalog().Where(family => !IsSet(family, page, highest)).Select(family => family.Name)];
        Assert.True(unset.Length == 0, "never set: " + string.Join(", ", unset));
        Assert.InRange(page.Count, 1_000, MostSeries);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Count} series on the page"));
    }

    private bool IsSet(MetricDescription family, ScrapedPage page, Dictionary<string, double> highest)
    {
        string name = family.Type == "histogram" ? family.Name + "_count" : family.Name;
        KeyValuePair<string, double>? set = highest
            .Where(series => series.Key == name || series.Key.StartsWith(name + "{", StringComparison.Ordinal))
            .Select(series => (KeyValuePair<string, double>?)series)
            .FirstOrDefault();
        string? excuse = set is not null ? null
            : page.Types.ContainsKey(family.Name) ? MayBeZero.GetValueOrDefault(family.Name)
            : MayBeAbsent.GetValueOrDefault(family.Name);
        output.WriteLine(set is { } found
            ? string.Create(CultureInfo.InvariantCulture, $"{found.Key} {found.Value:R}")
            : $"{name} {(excuse is null ? "NOT SET" : "not set: " + excuse)}");
        return set is not null || excuse is not null;
    }

    private static IReadOnlyList<MetricDescription> Catalog()
    {
        var registry = new MetricRegistry();
        _ = new NodeMetrics(registry, TimeProvider.System);
        _ = new ProcessMetrics(registry);
        _ = new HostMetrics(registry);
        _ = new CollectorMetrics(registry);
        _ = new BuildMetrics(registry, "node", "0");
        return [.. registry.Describe()
            .Where(family => !family.Name.StartsWith("alys_metrics_", StringComparison.Ordinal))];
    }
}
