using System.Net;

namespace Alys.Monitor.Drills;

/// <summary>What a stage's Prometheus scrapes.</summary>
/// <param name="Job">The <c>job</c> label.</param>
/// <param name="Instance">The <c>instance</c> label.</param>
/// <param name="Address">Where the page is.</param>
internal sealed record StageTarget(string Job, string Instance, IPEndPoint Address);
