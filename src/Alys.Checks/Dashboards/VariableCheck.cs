using System.Text.RegularExpressions;
using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Dashboards;

/// <summary>A variable that is used and not defined, or defined and not used.</summary>
public sealed partial class VariableCheck : ICheck
{
    // Grafana's own: "Global variables" of its documentation.
    private static readonly string[] BuiltIn =
        ["timeFilter", "__"];

    /// <inheritdoc/>
    public string Id => "dashboard/variable";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Dashboards.SelectMany(Find);
    }

    private IEnumerable<Problem> Find(Dashboard dashboard)
    {
        HashSet<string> defined = [.. dashboard.Variables.Select(variable => variable.Text("name")).OfType<string>()];
        HashSet<string> asked = [.. Inputs(dashboard).Select(input => input.Value)];
        HashSet<string> used = [];
        SourceSpan[] others = [.. OfOthers(dashboard).Select(node => node.Span)];
        foreach (ScalarNode text in dashboard.Node.Scalars("current", "regex"))
        {
            foreach (Match match in Variable().Matches(text.Value))
            {
                string name = match.Groups["name"].Value;
                used.Add(name);
                if (defined.Contains(name) || asked.Contains(name)
                    || BuiltIn.Any(known => name.StartsWith(known, StringComparison.Ordinal))
                    || others.Any(other => other.Contains(text.Span.Start)))
                {
                    continue;
                }

                SourceSpan span = text.InFile(new SourceSpan(match.Index, match.Length));
                yield return new Problem(
                    Id, text.File.At(span), $"there is no variable {name}", Near.Sentence(name, defined))
                {
                    Element = Around(dashboard, span),
                };
            }
        }

        foreach (ScalarNode repeat in Repeated(dashboard.Node))
        {
            used.Add(repeat.Value);
            if (defined.Contains(repeat.Value)) continue;
            yield return new Problem(
                Id, repeat.Location, $"there is no variable {repeat.Value} to repeat for",
                Near.Sentence(repeat.Value, defined))
            {
                Element = Around(dashboard, repeat.Span),
            };
        }

        foreach (ScalarNode input in Inputs(dashboard))
        {
            yield return dashboard.Problem(
                Id, input, $"{input.Value} is asked for when the dashboard is imported, and stays as it is elsewhere",
                "Take a variable in its place; for a data source, one of the type datasource.");
        }

        // What a panel of the library uses is not known.
        foreach (MapNode variable in dashboard.Panels.Any(panel => panel.IsOfLibrary) ? [] : dashboard.Variables)
        {
            // A hidden one may be there for links from elsewhere; a data source is used by its uid.
            if (variable.Text("name") is { } name && !used.Contains(name) && variable.Text("type") != "adhoc")
            {
                yield return dashboard.Problem(
                    Id, variable["name"]!, $"the variable {name} is not used", "Use it or take it out.") with
                {
                    Element = variable.Span,
                };
            }
        }
    }

    // An export that is meant for others has names in the place of data sources and constants.
    private static IEnumerable<ScalarNode> Inputs(Dashboard dashboard) =>
        dashboard.Node.Maps("__inputs").Select(input => input.Scalar("name")).OfType<ScalarNode>();

    // Where a dollar means something else, or may: in what stands in a text or in a panel of a plugin, in queries in
    // other languages than PromQL, in expressions about other queries, in patterns of names.
    private static IEnumerable<DocumentNode> OfOthers(Dashboard dashboard) =>
        from panel in dashboard.Panels
        let isText = panel.Type == "text" || panel.Type.EndsWith("-panel", StringComparison.Ordinal)
        from node in (IEnumerable<DocumentNode?>)[
            isText ? panel.Node["options"] : null, isText ? panel.Node["content"] : null,
            panel.Node["transformations"],
            .. panel.Node.Maps("targets").Where(target => target["expr"] is null)]
        where node is not null
        select node;

    // A panel or a row is shown once for each value; the variable stands there without its sign.
    private static IEnumerable<ScalarNode> Repeated(MapNode node) => node.Maps("panels").SelectMany(panel =>
        panel.Scalar("repeat") is { Value: not ("" or "null") } repeat && !repeat.Value.Contains('$')
            ? Repeated(panel).Prepend(repeat) : Repeated(panel));

    private static SourceSpan Around(Dashboard dashboard, SourceSpan span) =>
        dashboard.Panels.FirstOrDefault(panel => panel.Node.Span.Contains(span.Start))?.Node.Span ?? span;

    [GeneratedRegex(@"\$(?<name>[A-Za-z_]\w*)|\$\{(?<name>[A-Za-z_]\w*)(?::[^}]*)?(?:\.[\w.]+)?\}"
        + @"|\[\[(?<name>\w+)(?::\w+)?\]\]")]
    private static partial Regex Variable();
}
