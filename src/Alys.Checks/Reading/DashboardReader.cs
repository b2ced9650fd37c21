using System.Text.RegularExpressions;
using Alys.Checks.Documents;
using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Reading;

/// <summary>Reads dashboards of Grafana.</summary>
internal static partial class DashboardReader
{
    // What nearly every dashboard has beside its panels.
    private static readonly string[] Signs = ["uid", "title", "schemaVersion"];

    /// <summary>Whether a document is a dashboard, bare or as the API wraps it; one of before Grafana 5 has its panels
    /// in <c>rows</c>.</summary>
    public static bool Is(MapNode document)
    {
        MapNode node = Dashboard.Within(document);
        return node["panels"] is ListNode || node.Maps("rows").Any(row => row["panels"] is ListNode);
    }

    /// <summary>What stands in the place of the panels of a document that otherwise is a dashboard; null when it is
    /// none, or when they are a list.</summary>
    public static DocumentNode? NoPanels(MapNode document)
    {
        MapNode node = Dashboard.Within(document);
        return Signs.Any(sign => node[sign] is not null) && node["panels"] is not ListNode ? node["panels"] : null;
    }

    public static Dashboard Read(SourceFile file, MapNode document, PromQLOptions promQL)
    {
        promQL = promQL with { AllowGrafanaVariables = true };
        MapNode node = Dashboard.Within(document);
        Panel[] panels =
        [
            .. Panels(node, null)
                .Select(one => new Panel(one.Panel, [.. Targets(node, one.Panel, promQL)]) { Row = one.Row }),
        ];
        IEnumerable<Query> annotations =
            from annotation in node.Map("annotations")?.Maps("list") ?? []
            let expression = annotation.Scalar("expr")
            where expression is not null && IsAsked(expression) && QueryLanguage.IsPromQL(node, annotation)
            select RuleReader.Query(expression, annotation, promQL);
        return new Dashboard(file, document, panels, [.. annotations, .. Variables(node, promQL)]);
    }

    private static IEnumerable<(MapNode Panel, MapNode? Row)> Panels(MapNode node, MapNode? row) => node.Maps("panels")
        .SelectMany(panel => panel.Text("type") != "row" ? [(panel, row)]
            : Panels(panel, panel.Text("collapsed") == "true" ? panel : row))
        .Concat(node.Maps("rows").SelectMany(old => Panels(old, old)));

    private static IEnumerable<PanelTarget> Targets(MapNode dashboard, MapNode panel, PromQLOptions promQL) =>
        from target in panel.Maps("targets")
        let expression = target.Scalar("expr")
        where expression is not null && IsAsked(expression) && QueryLanguage.IsPromQL(dashboard, target, panel)
        select new PanelTarget(target, RuleReader.Query(expression, panel, promQL));

    // Grafana does not send a query without a text.
    private static bool IsAsked(ScalarNode expression) =>
        !expression.IsNull && !string.IsNullOrWhiteSpace(expression.Value);

    // label_values(METRIC, LABEL) asks for a selector; query_result(QUERY) for an expression.
    private static IEnumerable<Query> Variables(MapNode node, PromQLOptions promQL)
    {
        foreach (MapNode variable in node.Map("templating")?.Maps("list") ?? [])
        {
            ScalarNode? text = variable.Scalar("query") ?? variable.Map("query")?.Scalar("query");
            if (text is null || variable.Text("type") != "query" || !QueryLanguage.IsPromQL(node, variable)) continue;
            Group expression = Call().Match(text.Value).Groups["expression"];
            if (!expression.Success || expression.Length == 0) continue;
            yield return new Query(
                text.File,
                PromQLParser.Parse(expression.Value, promQL),
                span => text.InFile(span with { Start = span.Start + expression.Index }),
                variable.Span);
        }
    }

    [GeneratedRegex(@"^\s*(?:label_values\((?<expression>.*),[^,{}]*\)|query_result\((?<expression>.*)\))\s*$",
        RegexOptions.Singleline)]
    private static partial Regex Call();
}
