using Alys.Checks.Subjects;

namespace Alys.Checks.Dashboards;

/// <summary>A kind of panel that Grafana no longer has.</summary>
public sealed class RemovedPanelCheck : ICheck
{
    private static readonly Dictionary<string, string> Successors = new(StringComparer.Ordinal)
    {
        ["graph"] = "timeseries",
        ["singlestat"] = "stat",
        ["table-old"] = "table",
        ["grafana-piechart-panel"] = "piechart",
        ["grafana-worldmap-panel"] = "geomap",
        ["grafana-singlestat-panel"] = "stat",
        ["worldmap"] = "geomap",
        ["natel-discrete-panel"] = "state-timeline",
    };

    /// <inheritdoc/>
    public string Id => "dashboard/removed-panel";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from dashboard in subject.Dashboards
               from panel in dashboard.Panels
               where Successors.ContainsKey(panel.Type)
               select panel.Problem(
                   Id, panel.Node["type"], $"Grafana has no panel {panel.Type} any more",
                   $"Take {Successors[panel.Type]}.");
    }
}
