namespace Alys.Monitor.Drills;

/// <summary>What can be let go wrong on any stage.</summary>
internal static class Troubles
{
    /// <summary>Nothing: for what always fires.</summary>
    public static Trouble None { get; } = new("nothing", [], (_, over) => OverAsync(over));

    /// <summary>A fault of a node.</summary>
    public static Trouble Fault(string node, string fault) => new(
        $"fault {fault}", [node], async (stage, over) =>
        {
            await stage.Node(node).BeginAsync(fault, over);
            await OverAsync(over);
            await stage.Node(node).EndAsync(fault);
        });

    /// <summary>A fault of a node that comes and goes.</summary>
    public static Trouble Pulses(string node, string fault, TimeSpan on, TimeSpan off) => new(
        $"fault {fault}, again and again", [node], async (stage, over) =>
        {
            while (!over.IsCancellationRequested)
            {
                await stage.Node(node).BeginAsync(fault, CancellationToken.None);
                await WaitAsync(stage, on, over);
                await stage.Node(node).EndAsync(fault);
                await WaitAsync(stage, off, over);
            }
        });

    /// <summary>A fault of all nodes.</summary>
    public static Trouble FaultOfAll(string fault) => new(
        $"fault {fault} of all nodes", [], async (stage, over) =>
        {
            foreach (StagedNode node in stage.Nodes) await node.BeginAsync(fault, over);
            await OverAsync(over);
            foreach (StagedNode node in stage.Nodes) await node.EndAsync(fault);
        })
    {
        NeedsAll = true,
    };

    /// <summary>A node that is killed, and started again at the end.</summary>
    public static Trouble Killed(string node) => new(
        "the node is killed", [node], async (stage, over) =>
        {
            await stage.Node(node).Process.KillAsync();
            await OverAsync(over);
            await stage.Node(node).Process.StartAsync(CancellationToken.None);
        });

    /// <summary>All nodes are killed.</summary>
    public static Trouble AllKilled { get; } = new(
        "all nodes are killed", [], async (stage, over) =>
        {
            await Task.WhenAll(stage.Nodes.Select(node => node.Process.KillAsync()));
            await OverAsync(over);
            await Task.WhenAll(stage.Nodes.Select(node => node.Process.StartAsync(CancellationToken.None)));
        })
    {
        NeedsAll = true,
    };

    /// <summary>A node that is stopped and started again and again.</summary>
    public static Trouble Restarted(string node, bool killed) => new(
        killed ? "the node is killed and started" : "the node is restarted again and again", [node],
        async (stage, over) =>
        {
            StagedProcess process = stage.Node(node).Process;
            do
            {
                await (killed ? process.KillAsync() : process.StopAsync());
                await process.StartAsync(CancellationToken.None);
                if (killed) await OverAsync(over);
                else await WaitAsync(stage, TimeSpan.FromSeconds(1), over);
            }
            while (!over.IsCancellationRequested);
        });

    /// <summary>A part of the stage that does not run.</summary>
    public static Trouble Stopped(string text, Func<Stage, StagedProcess> part) => new(
        text, [], async (stage, over) =>
        {
            await part(stage).KillAsync();
            await OverAsync(over);
            await part(stage).StartAsync(CancellationToken.None);
        });

    /// <summary>A process that stands still for a while, again and again.</summary>
    public static Trouble Stutter(
        string text, Func<Stage, StagedProcess> part, TimeSpan still, TimeSpan running) => new(
        text, [], async (stage, over) =>
        {
            while (!over.IsCancellationRequested)
            {
                await part(stage).PauseAsync(still, stage.Clock, CancellationToken.None);
                await WaitAsync(stage, running, over);
            }
        });

    /// <summary>A page that says something else.</summary>
    /// <param name="text">What is done, in a few words.</param>
    /// <param name="instance">Which page.</param>
    /// <param name="healthy">A line of it as it is while all is well.</param>
    /// <param name="sick">What stands there instead.</param>
    public static Trouble Played(string text, string instance, string healthy, string sick) => new(
        text, [], async (stage, over) =>
        {
            stage.Page(instance).Replace(healthy, sick);
            await OverAsync(over);
            stage.Page(instance).Replace(sick, healthy);
        });

    /// <summary>Waits until it is over.</summary>
    public static async Task OverAsync(CancellationToken over) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, over)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Waits so long, or until it is over.</summary>
    public static async Task WaitAsync(Stage stage, TimeSpan time, CancellationToken over) =>
        await Task.Delay(time, stage.Clock, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
