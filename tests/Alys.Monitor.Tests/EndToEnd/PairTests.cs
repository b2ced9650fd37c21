using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alys.Checks.Catalogs;
using Alys.Checks.Live;
using Alys.Checks.Reading;
using Alys.Monitor.Checking;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Tests.Runbooks;
using Alys.PromQL.Inference;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary><c>up</c> as an operator runs it first: two real nodes, one of them in migration, and a real
/// Prometheus.</summary>
public sealed partial class PairTests : IDisposable
{
    private const string Migration = "{job=\"alys-migration\"}";
    private const string Known = "{job=\"alys-migration\", region!=\"unknown\"}";

    // There is no limit on memory, and no exception or notice yet.
    private static readonly string[] MayBeAbsent =
    [
        "alys_process_memory_limit_bytes", "dotnet_exceptions_total", "prometheus_notifications_latency_seconds",
    ];

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(90);

    private readonly TemporaryHome _home = new(withSharedTools: true);
    private readonly IPEndPoint _main = FreePorts.Next();
    private readonly IPEndPoint _mainRpc = FreePorts.Next();
    private readonly IPEndPoint _migration = FreePorts.Next();
    private readonly IPEndPoint _migrationRpc = FreePorts.Next();
    private readonly IPEndPoint _server = FreePorts.Next();
    private readonly AlertingPorts _alerting = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Prometheus_has_both_nodes_on_one_chain_and_the_migration_that_goes_on()
    {
        await using MonitorProcess up = await StartAsync("4s");
        await using RealPrometheus prometheus = new(_server);

        Assert.Equal(1, await prometheus.QueryAsync("up{job=\"alys\", instance=\"alys-main\"}"));
        Assert.Equal(1, await prometheus.QueryAsync("up{job=\"alys-migration\", instance=\"alys-migration\"}"));
        await UntilAsync(up, prometheus, "alys_sync_current_height{job=\"alys\"} > 600");
        await UntilAsync(up, prometheus, $"alys_sync_current_height{Migration} > 600");
        await UntilAsync(up, prometheus, $"abs(alys_migration_height_difference_blocks{Migration}) <= 1");
        await UntilAsync(up, prometheus, $"alys_migration_phase{Migration} > 0");
        await UntilAsync(up, prometheus, "alys_migration_progress_percent{phase=\"foundation\"} == 100");
        Assert.Equal(0, await prometheus.QueryAsync("alys_migration_phase{job=\"alys\"} or vector(0)"));
        Assert.Empty(await UnknownAsync(prometheus));
        string[] absent = [];
        await Eventually.HoldsAsync(
            async () => (absent = [.. (await AbsentAsync()).Except(MayBeAbsent)]).Length == 0,
            Long, "what queries ask for is there", () => string.Join(", ", absent));
        // The file of countries was found: peers are somewhere.
        await UntilAsync(up, prometheus, $"sum(alys_peers_by_region{Known}) > 0");
        // The line of the terminal; elsewhere, it comes when the phase changes.
        await Eventually.HoldsAsync(
            () => StatusLine().IsMatch(up.Output), Long, "the line shows the migration and both nodes", up.ToString);
    }

    [Fact]
    public async Task A_fault_is_seen_and_ended_and_a_node_that_is_killed_comes_back_where_it_was()
    {
        await using MonitorProcess up = await StartAsync("10m");
        await using RealPrometheus prometheus = new(_server);

        Assert.Contains("sync-stalled is on for 600 s: ", await FaultAsync("sync-stalled", "--for", "10m"),
            StringComparison.Ordinal);
        await up.OutputHoldsAsync("  [v2 sync-stalled ", Long);
        Assert.Contains("sync-stalled             ON for ", await FaultAsync(), StringComparison.Ordinal);
        await UntilAsync(up, prometheus, $"alys_migration_height_difference_blocks{Migration} <= -2");
        Assert.Equal("sync-stalled is off.\n", await FaultAsync("sync-stalled", "--stop"));
        Assert.DoesNotContain("ON for ", await FaultAsync(), StringComparison.Ordinal);
        await UntilAsync(up, prometheus, $"alys_migration_height_difference_blocks{Migration} >= -1");

        UnixSignal.Kill(Child("node-v2").Pid);
        await up.OutputHoldsAsync("node-v2 ended by itself (exit code 137)", Long);
        await up.OutputHoldsAsync("starting it again in 1s", Long);
        await UntilAsync(up, prometheus, $"up{Migration} == 0");
        await UntilAsync(up, prometheus, $"up{Migration} == 1");
        await UntilAsync(up, prometheus, $"alys_sync_current_height{Migration} > 600");
        Assert.Equal(1, await prometheus.QueryAsync("up{job=\"alys\"}"));

        up.Interrupt();
        Assert.Equal(0, await up.ExitAsync());
        Assert.Empty(Directory.GetFiles(_home.Home.Run, "*.child"));
        Assert.All(
            [_main, _mainRpc, _migration, _migrationRpc, _server, .. _alerting.All],
            port => Assert.Null(Ports.OwnerOf(port.Port)));
    }

    [Fact]
    public async Task Each_run_begins_with_a_new_chain_and_a_new_migration()
    {
        string left = Path.Combine(_home.Home.Run, "node-v2", "of-an-earlier-run");
        Directory.CreateDirectory(left);
        await using MonitorProcess up = await StartAsync("10m");
        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(Path.GetDirectoryName(left)));
    }

    /// <summary>What queries of this repository ask for and this Prometheus does not have.</summary>
    private async Task<IEnumerable<string>> AbsentAsync()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CheckedSources found = await CheckedFiles.ReadAsync(
            CheckedFiles.Defaults.Select(path => Path.Combine(Shelf.Root, path)), cancellation);
        LiveSources sources = new([], [new Uri($"http://{_server}")]);
        return new AbsentMetricCheck().Find(await sources.ReadAsync(found.Files, cancellation))
            .Select(problem => problem.Message.Split(' ')[0]);
    }

    /// <summary>Names of series that <c>check</c> would call unknown; those of the machine differ from machine to
    /// machine.</summary>
    private static async Task<IEnumerable<string>> UnknownAsync(RealPrometheus prometheus)
    {
        CheckedSources rules = await CheckedFiles.ReadAsync(
            [Path.Combine(Shelf.Root, "monitoring/prometheus/rules")], TestContext.Current.CancellationToken);
        KnownMetrics known = SubjectReader.Read(rules.Files, NodeCatalog.Read(), ForeignMetrics.Read()).Metrics;
        JsonElement names = await prometheus.GetAsync("api/v1/label/__name__/values");
        return names.EnumerateArray().Select(name => name.GetString()!)
            .Where(name => !name.StartsWith("node_", StringComparison.Ordinal) && Series.Find(known, name) is null);
    }

    [GeneratedRegex(
        @"^[a-z_]+ \d+ %  [a-z_]+  v1 synced 6\d\d peers \d+ pool \d+  v2 synced 6\d\d peers \d+ pool \d+$",
        RegexOptions.Multiline)]
    private static partial Regex StatusLine();

    private static Task UntilAsync(MonitorProcess up, RealPrometheus prometheus, string query) =>
        Eventually.HoldsAsync(
            async () => await prometheus.QueryAsync(query) is not null, Long, query, up.ToString);

    private async Task<MonitorProcess> StartAsync(string phaseTime)
    {
        MonitorProcess up = MonitorProcess.Start([
            "up", "--home", _home.Root, "--phase-time", phaseTime, "--scrape-interval", "500ms",
            "--listen", _main.ToString(), "--rpc-port", $"{_mainRpc.Port}",
            "--migration-port", $"{_migration.Port}", "--migration-rpc-port", $"{_migrationRpc.Port}",
            "--prometheus-port", $"{_server.Port}", .. _alerting.Arguments,
        ]);
        await up.OutputHoldsAsync("Ctrl-C stops everything", Long);
        return up;
    }

    private async Task<string> FaultAsync(params string[] arguments)
    {
        (int code, string output, string errors) =
            await MonitorProcess.RunAsync(["fault", .. arguments, "--node", $"http://{_migrationRpc}"]);
        Assert.Equal("", errors);
        Assert.Equal(0, code);
        return output;
    }

    private ProcessIdentity Child(string name) =>
        ProcessIdentity.TryParse(File.ReadAllText(ChildRecords.PathOf(_home.Home, name)))!;
}
