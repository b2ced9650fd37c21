namespace Alys.Monitor.Drills;

/// <summary>What is let go wrong in a drill.</summary>
/// <param name="Text">What is done, in a few words.</param>
/// <param name="Nodes">The nodes that it needs.</param>
/// <param name="MakeAsync">Does it, waits until the token is cancelled, and puts it right again; it does not throw
/// because of the token.</param>
internal sealed record Trouble(
    string Text, IReadOnlyList<string> Nodes, Func<Stage, CancellationToken, Task> MakeAsync)
{
    /// <summary>What must be so before it begins: waits for it. Default: nothing.</summary>
    public Func<Stage, CancellationToken, Task> PrepareAsync { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether it is about all nodes of the stage.</summary>
    public bool NeedsAll { get; init; }
}
