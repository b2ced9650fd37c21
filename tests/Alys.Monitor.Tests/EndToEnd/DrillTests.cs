using Alys.Monitor.Drills;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary>Drills over real nodes, a real Prometheus and a real Alertmanager.</summary>
public sealed class DrillTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(4);

    private readonly TemporaryHome _home = new(withSharedTools: true);

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task What_goes_wrong_arrives_and_is_resolved()
    {
        // Of three scenes, and those that are over soonest.
        string[] alerts =
            ["BridgeInsolvent", "ExecutionHeightLag", "FederationQuorumAtRisk", "SyncFailed", "HostDiskFull"];
        await using MonitorProcess drill = MonitorProcess.Start(["drill", "--home", _home.Root, .. alerts]);
        await drill.OutputHoldsAsync($"{alerts.Length} alerts drilled in ", Long);
        Assert.Equal(0, await drill.ExitAsync());
        Assert.Contains(": all arrived and were resolved", drill.Output, StringComparison.Ordinal);
        Assert.All(
            alerts, alert => Assert.Matches($@"\n{alert} +critical .* \d+\.\d s +\d+\.\d s +x15 ", drill.Output));
    }

    [Fact]
    public async Task What_does_not_arrive_or_does_not_end_is_said_with_how_far_it_came()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        StageTools tools = await StageTools.EnsureAsync(_home.Home, null, _ => { }, cancellation);
        Scene scene = new("wrong", Scenes.Minutes)
        {
            Pages = [new("node", "disk", HostScenes.Healthy), new("node", "other", HostScenes.Healthy)],
            Drills =
            [
                new Drill(Troubles.None, ExpectedAlert.Of("HostDiskFull", "node", "disk")),
                new Drill(
                    new Trouble("it cannot be put right", [], (stage, over) =>
                    {
                        stage.Page("other").Replace("6e10", "1e9");
                        return Troubles.OverAsync(over);
                    }),
                    ExpectedAlert.Of("HostDiskFull", "node", "other")),
                new Drill(
                    new Trouble("it cannot be made", [], (_, _) => throw new StackException("no such thing")),
                    ExpectedAlert.Of("HostClockSkew", "node", "disk")),
            ],
            Patience = TimeSpan.FromSeconds(25),
        };

        IReadOnlyList<DrillResult> results =
            await SceneRun.PlayAsync(scene, tools, _ => { }, TimeProvider.System, cancellation);

        Assert.Equal(3, results.Count);
        Assert.Matches(
            "^did not arrive in 25 s; Prometheus has it silent, Alertmanager has not$", results[0].Problem);
        Assert.Matches(
            "^was not over 25 s after its cause; Prometheus has it firing, Alertmanager too$", results[1].Problem);
        Assert.NotNull(results[1].Fired);
        Assert.Equal("the trouble could not be made: no such thing", results[2].Problem);
    }
}
