using System.Text.RegularExpressions;
using Alys.Checks.Documents;
using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Reading;

/// <summary>Reads dashboards of Grafana.</summary>
internal static partial class DashboardReader
{
    /// <summary>Whether a document is a dashboard, bare or as the API wraps it.</summary>
    public static bool Is(MapNode document) =>
        (document.Map("dashboard") ?? document)["panels"] is ListNode;

    public static Dashboard Read(SourceFile file, MapNode document, PromQLOptions promQL)
    {
        promQL = promQL with { AllowGrafanaVariables = true };
        MapNode node = document.Map("dashboard") ?? document;
        Panel[] panels = [.. Panels(node).Select(panel => new Panel(panel, [.. Targets(panel, promQL)]))];
        IEnumerable<Query> annotations =
            from annotation in node.Map("annotations")?.Maps("list") ?? []
            let expression = annotation.Scalar("expr")
            where expression is not null
            select RuleReader.Query(expression, annotation, promQL);
        return new Dashboard(file, document, panels, [.. annotations, .. Variables(node, promQL)]);
    }

    private static IEnumerable<MapNode> Panels(MapNode node) => node.Maps("panels")
        .SelectMany(panel => panel.Text("type") == "row" ? Panels(panel) : [panel]);

    private static IEnumerable<PanelTarget> Targets(MapNode panel, PromQLOptions promQL) =>
        from target in panel.Maps("targets")
        let expression = target.Scalar("expr")
        where expression is not null and not { Value: "null" }
        select new PanelTarget(target, RuleReader.Query(expression, panel, promQL));

    // label_values(METRIC, LABEL) asks for a selector; query_result(QUERY) for an expression.
    private static IEnumerable<Query> Variables(MapNode node, PromQLOptions promQL)
    {
        foreach (MapNode variable in node.Map("templating")?.Maps("list") ?? [])
        {
            ScalarNode? text = variable.Scalar("query") ?? variable.Map("query")?.Scalar("query");
            if (text is null || variable.Text("type") != "query") continue;
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
