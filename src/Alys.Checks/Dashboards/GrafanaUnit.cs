namespace Alys.Checks.Dashboards;

/// <summary>A unit that Grafana shows values in.</summary>
/// <param name="Id">Its name in dashboards, such as <c>ms</c>.</param>
/// <param name="Measure">What it measures, in words of ours: <c>seconds</c>, <c>bytes/second</c>; null when it
/// measures nothing that our metrics do.</param>
/// <param name="Size">How much of the measure one of it is: 0.001 for milliseconds.</param>
internal sealed record GrafanaUnit(string Id, string? Measure = null, double Size = 1);
