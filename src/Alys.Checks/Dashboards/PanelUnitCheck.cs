using System.Globalization;
using Alys.Checks.Queries;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Dashboards;

/// <summary>A panel without a unit, with one that Grafana does not have, or with another than that of what it shows.
/// </summary>
public sealed class PanelUnitCheck : ICheck
{
    private static readonly string[] WithNumbers =
        ["timeseries", "stat", "gauge", "bargauge", "heatmap", "barchart", "graph", "singlestat"];

    private static readonly string[] WithOneAxis = ["timeseries", "barchart", "bargauge", "graph"];

    /// <inheritdoc/>
    public string Id => "dashboard/panel-unit";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from dashboard in subject.Dashboards
               from panel in dashboard.Panels
               where panel.Targets.Count > 0
               from problem in (IEnumerable<Problem>)[.. Unknown(panel), .. None(panel), .. Wrong(panel), .. Two(panel)]
               select problem;
    }

    private IEnumerable<Problem> Unknown(Panel panel) =>
        from unit in TargetUnits.All(panel)
        where !unit.Value.Contains('$', StringComparison.Ordinal) && GrafanaUnits.Find(unit.Value) is null
        select panel.Problem(
            Id, unit, $"Grafana has no unit {unit.Value}, and writes it behind the number",
            Near.Sentence(unit.Value, GrafanaUnits.Ids) is { Length: > 0 } near
                ? near : $"Write suffix:{unit.Value} if that is meant.");

    // A table has a unit for each column, a heatmap one for its axis. The panels of before Grafana 8 have theirs
    // elsewhere.
    private IEnumerable<Problem> None(Panel panel)
    {
        bool isMissing = WithNumbers.Contains(panel.Type) && panel.Type != "heatmap"
            && TargetUnits.Default(panel) is null && !TargetUnits.HasOverrides(panel)
            && panel.Node["yaxes"] is null && panel.Node["format"] is null;
        return !isMissing ? []
            : [panel.Problem(
                Id, null, $"the panel '{panel.Title}' has no unit", "Set fieldConfig.defaults.unit; none is a unit.")];
    }

    private IEnumerable<Problem> Wrong(Panel panel) =>
    [
        .. from target in panel.Targets
           let node = TargetUnits.Of(panel, target)
           let unit = node is null ? null : GrafanaUnits.Find(node.Value)
           let facts = target.Query.Facts
           where unit?.Measure is not null && facts is not null
           let wrong = Wrong(unit, facts)
           where wrong is not null
           group (node, wrong) by node into same
           let first = same.First()
           select panel.Problem(
               Id, first.node, $"the panel '{panel.Title}' shows {first.wrong}",
               "Change the unit of the panel, or convert in the query."),
    ];

    private static string? Wrong(GrafanaUnit unit, InferenceResult facts)
    {
        (var inner, double factor) = Numbers.Scaled(facts.Root);
        string? given = facts.Of(inner).Unit;
        if (given is null) return null;
        // 100 percent are a ratio of 1.
        (string own, double share) = given == "percent" ? (GrafanaUnits.Ratio, 100) : (given, 1);
        string measure = unit.Measure!;
        bool isSame = own == measure
            || (measure == GrafanaUnits.Events && own.EndsWith("/second", StringComparison.Ordinal));
        // Other numbers are a part of it, or make something else of it: a day's growth of a second's.
        if (factor != 1 && !GrafanaUnits.Converts(isSame ? measure : own, factor * share)) return null;
        string shown = given + (factor == 1 ? "" : $" times {Text(factor)}");
        if (!isSame) return $"{shown} as {measure} ({unit.Id})";
        if (GrafanaUnits.Fits(unit, factor * share)) return null;
        return $"{shown} as {unit.Id}" + (unit.Size == 1 ? "" : $", one of which is {Text(unit.Size)} {measure}");
    }

    // With a unit each is held to it; without, they are to be alike.
    private IEnumerable<Problem> Two(Panel panel)
    {
        if (!WithOneAxis.Contains(panel.Type)
            || TargetUnits.Default(panel) is not { } node || GrafanaUnits.Find(node.Value) is not { Measure: null })
        {
            yield break;
        }

        string[] units =
        [
            .. panel.Targets.Where(target => TargetUnits.Of(panel, target) == node)
                .Select(target => target.Query.Facts?.Result.Unit).OfType<string>().Distinct(),
        ];
        if (units.Length < 2) yield break;
        yield return panel.Problem(
            Id, node, $"the panel '{panel.Title}' shows {string.Join(" and ", units)} on one axis",
            "Give one of them a unit of its own with an override, or make two panels.");
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
