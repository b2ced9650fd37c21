using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

/// <summary>A registry with everything that a node and a monitor beside it can expose, each closed set whole and each
/// open one one beyond its limit, so that its <c>other</c> is there too.</summary>
internal static class WholeCatalog
{
    /// <summary>More than <see cref="CollectorMetrics"/> takes.</summary>
    private const int Collectors = 51;

    /// <summary>More than <see cref="AuraMetrics"/> has indices for.</summary>
    private const int Authorities = 33;

    /// <summary>The fewest that are too many for <see cref="ActorMetrics"/> when each actor type has as many.</summary>
    private const int MessagesOfAType = 17;

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static MetricRegistry Make()
    {
        // On a busy machine a page without the families of late callbacks would be counted.
        var registry = new MetricRegistry(new MetricRegistryOptions { CallbackPatience = TimeSpan.FromMinutes(1) });
        var clock = new FakeTimeProvider(Now);
        var node = new NodeMetrics(registry, clock);
        var process = new ProcessMetrics(registry);
        var host = new HostMetrics(registry);
        var client = new ExecutionClientMetrics(registry);
        _ = new BuildMetrics(registry, "node", "1.0.0");
        Fill(node, new CollectorMetrics(registry), clock);
        process.Report(Process());
        host.Report(Host());
        client.Report("client", 1);
        return registry;
    }

    /// <summary>Has a node report all there is to report.</summary>
    internal static void Fill(NodeMetrics node, CollectorMetrics collectors, TimeProvider clock)
    {
        for (int i = 0; i < Collectors; i++) collectors.For(Numbered("collector", i)).Succeeded(TimeSpan.Zero, Now);
        FillActors(node.Actors);
        FillMigration(node.Migration, clock);
        foreach (CallStatus status in Enum.GetValues<CallStatus>())
        {
            for (int authority = 0; authority < Authorities; authority++) node.Aura.AuthorRetrieved(status, authority);
        }

        node.Chain.ReportHead(Now, gasLimit: 1);
        node.Bridge.ReportTip(1, Now);
        node.Mining.ProofAccepted(1);
        node.TxPool.ReportCapacity(1);
    }

    private static void FillActors(ActorMetrics actors)
    {
        IEnumerable<string> types = LabelValue.All<ActorType>()
            .Concat(Enumerable.Range(0, ActorMetrics.DefaultTypeLimit + 1).Select(i => Numbered("type", i)));
        foreach (ActorTypeMetrics type in types.Select(actors.Of))
        {
            type.MailboxesHold(1);
            for (int i = 0; i < MessagesOfAType; i++) type.MessagesOf(Numbered("message", i));
        }

        for (int i = 0; i <= ActorMetrics.DefaultTypeLimit; i++)
            actors.Dispatched(Numbered("dispatcher", i), TimeSpan.Zero);
        actors.AddMailboxes(() => 1);
    }

    private static void FillMigration(MigrationMetrics migration, TimeProvider clock)
    {
        foreach (MigrationPhase phase in Enum.GetValues<MigrationPhase>())
            migration.ReportBudget(phase, TimeSpan.FromHours(1));
        var tracker = new MigrationTracker(migration, clock);
        while (tracker.Advance())
        {
        }

        migration.Comparison.Compared(default, default);
        migration.Comparison.ReportHeights(1, 1);
        migration.Comparison.ReportLatencies(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    private static ProcessReading Process() => new()
    {
        Pid = 1,
        CpuSeconds = 1,
        CpuPercent = 1,
        ResidentBytes = 1,
        PeakResidentBytes = 1,
        VirtualBytes = 1,
        CgroupMemoryLimitBytes = 1,
        Threads = 1,
        OpenFiles = 1,
        MaxOpenFiles = 1,
        DiskReadBytes = 1,
        DiskWrittenBytes = 1,
        NetworkReceivedBytes = 1,
        NetworkSentBytes = 1,
        StartTime = Now,
        VoluntarySwitches = 1,
        InvoluntarySwitches = 1,
    };

    private static HostReading Host() => new()
    {
        CpuPercent = 1,
        CpuSecondsByMode = new double[Enum.GetValues<CpuMode>().Length],
        Cpus = 1,
        Load1 = 1,
        Load5 = 1,
        Load15 = 1,
        MemoryTotalBytes = 1,
        MemoryAvailableBytes = 1,
        DiskSizeBytes = 1,
        DiskAvailableBytes = 1,
        Time = Now,
        ClockSynchronized = true,
        ClockMaxErrorSeconds = 1,
        ClockOffsetSeconds = 1,
    };

    private static string Numbered(string what, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}_{number}");
}
