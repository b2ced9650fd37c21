namespace Alys.Monitor.Faults;

/// <summary>A fault as a node tells it.</summary>
/// <param name="Name">Its name, such as <c>sync-stalled</c>.</param>
/// <param name="Description">What it does, in a sentence.</param>
/// <param name="Active">Whether it is on.</param>
/// <param name="SecondsLeft">After how long it ends by itself; 0 when it is off.</param>
internal sealed record FaultState(string Name, string Description, bool Active, double SecondsLeft);
