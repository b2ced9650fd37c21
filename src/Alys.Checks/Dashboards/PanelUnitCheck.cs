using Alys.Checks.Subjects;

namespace Alys.Checks.Dashboards;

/// <summary>A panel without a unit, or with another than that of what it shows.</summary>
public sealed class PanelUnitCheck : ICheck
{
    private static readonly string[] WithNumbers =
        ["timeseries", "stat", "gauge", "bargauge", "heatmap", "barchart", "graph", "singlestat"];

    // Grafana's ids of units by ours; of those not named here nothing is said.
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["s"] = "seconds",
        ["dtdurations"] = "seconds",
        ["bytes"] = "bytes",
        ["decbytes"] = "bytes",
        ["binBps"] = "bytes/second",
        ["Bps"] = "bytes/second",
        ["percent"] = "percent",
        ["percentunit"] = "ratio",
    };

    /// <inheritdoc/>
    public string Id => "dashboard/panel-unit";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from dashboard in subject.Dashboards
               from panel in dashboard.Panels
               where panel.Targets.Count > 0
               from problem in Find(panel)
               select problem;
    }

    private IEnumerable<Problem> Find(Panel panel)
    {
        if (panel.Unit is not { Value.Length: > 0 } unit)
        {
            // A table has a unit for each column, a heatmap one for its axis.
            bool hasOther = panel.Type == "heatmap" || panel.Node.Map("fieldConfig")?.List("overrides").Count > 0;
            if (WithNumbers.Contains(panel.Type) && !hasOther)
            {
                yield return panel.Problem(
                    Id, null, $"the panel '{panel.Title}' has no unit",
                    "Set fieldConfig.defaults.unit; none is a unit.");
            }

            yield break;
        }

        // Overrides give single series units of their own.
        if (!Units.TryGetValue(unit.Value, out string? shown)
            || panel.Node.Map("fieldConfig")?.List("overrides").Count > 0)
        {
            yield break;
        }

        foreach (PanelTarget target in panel.Targets)
        {
            if (target.Query.Facts?.Result.Unit is { } own && own != shown && Units.ContainsValue(own))
            {
                yield return panel.Problem(
                    Id, unit, $"the panel '{panel.Title}' shows {own} as {shown} ({unit.Value})",
                    "Change the unit of the panel, or convert in the query.");
                yield break;
            }
        }
    }
}
