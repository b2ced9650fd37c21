namespace Alys.Monitor.Drills;

/// <summary>A target whose numbers a drill plays: for what cannot be made on a machine without harm, such as a full
/// disk.</summary>
/// <param name="Job">Its <c>job</c>.</param>
/// <param name="Instance">Its <c>instance</c>.</param>
/// <param name="Healthy">Its page while all is well, in the text format.</param>
internal sealed record ScenePage(string Job, string Instance, string Healthy);
