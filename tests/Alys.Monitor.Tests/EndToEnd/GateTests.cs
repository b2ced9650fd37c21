using System.Net;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary>The gate of a migration that really runs: it opens while all is well, and for nothing else.</summary>
public sealed class GateTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(120);

    // Faults of v2, and the condition that each of them breaks.
    private static readonly (string Fault, string Condition)[] Bad =
    [
        ("migration-errors", "errors"),
        ("actor-restart-loop", "restarts"),
        ("sync-stalled", "head"),
        ("falling-behind", "speed"),
        ("state-root-mismatch", "mismatches"),
    ];

    // The script of ALYS-005 reads the first result of each, so there must be one.
    private static readonly string[] QueriesOfTheScript =
    [
        "rate(alys_migration_errors_total[5m])",
        "alys_migration_rollbacks_total",
        "rate(alys_actor_restarts_total[5m])",
        "alys_sync_blocks_per_second",
    ];

    private readonly TemporaryHome _home = new(withSharedTools: true);
    private readonly IPEndPoint _migrationRpc = FreePorts.Next();
    private readonly IPEndPoint _server = FreePorts.Next();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task The_gate_opens_when_all_is_well_and_for_nothing_else()
    {
        await using MonitorProcess up = await StartAsync();
        await using RealPrometheus prometheus = new(_server);
        foreach (string query in QueriesOfTheScript)
            await Eventually.HoldsAsync(
                async () => await prometheus.QueryAsync(query) is not null, Long, query, up.ToString);

        await UntilAsync(up, 0, "PROCEED: all ");
        foreach ((string fault, _) in Bad)
            await FaultAsync(fault, "--for", "10m");
        foreach ((_, string condition) in Bad)
            await UntilAsync(up, 1, $"HOLD     {condition,-10}");
        foreach ((string fault, _) in Bad)
            await FaultAsync(fault, "--stop");

        await FaultAsync("migration-rollback", "--for", "5s");
        await UntilAsync(up, 1, "HOLD     rollbacks ");
        await FaultAsync("crash", "--for", "10m");
        await UntilAsync(up, 1, "HOLD     node ");
    }

    /// <summary>Asks until the gate ends with a code and says something.</summary>
    private Task UntilAsync(MonitorProcess up, int code, string said)
    {
        string last = "";
        return Eventually.HoldsAsync(
            async () =>
            {
                (int ended, string output, string errors) = await MonitorProcess.RunAsync(
                    "gate", "foundation", "--window", "15s", "--prometheus", $"http://{_server}");
                last = $"exit code {ended}\n{output}{errors}";
                return ended == code && output.Contains(said, StringComparison.Ordinal);
            },
            Long, $"exit code {code} and '{said}'", () => $"{last}\n{up}");
    }

    private async Task FaultAsync(params string[] arguments)
    {
        (int code, _, string errors) =
            await MonitorProcess.RunAsync(["fault", .. arguments, "--node", $"http://{_migrationRpc}"]);
        Assert.Equal("", errors);
        Assert.Equal(0, code);
    }

    private async Task<MonitorProcess> StartAsync()
    {
        MonitorProcess up = MonitorProcess.Start([
            "up", "--home", _home.Root, "--phase-time", "1h", "--scrape-interval", "1s",
            "--listen", FreePorts.Next().ToString(), "--rpc-port", $"{FreePorts.Next().Port}",
            "--migration-port", $"{FreePorts.Next().Port}", "--migration-rpc-port", $"{_migrationRpc.Port}",
            "--prometheus-port", $"{_server.Port}", .. new AlertingPorts().Arguments,
        ]);
        await up.OutputHoldsAsync("Ctrl-C stops everything", Long);
        return up;
    }
}
