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
        HashSet<string> used = [];
        foreach (ScalarNode text in dashboard.Node.Scalars("current", "regex"))
        {
            foreach (Match match in Variable().Matches(text.Value))
            {
                string name = match.Groups["name"].Value;
                used.Add(name);
                if (defined.Contains(name) || BuiltIn.Any(known => name.StartsWith(known, StringComparison.Ordinal)))
                    continue;
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

        foreach (MapNode variable in dashboard.Variables)
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

    // A panel or a row is shown once for each value; the variable stands there without its sign.
    private static IEnumerable<ScalarNode> Repeated(MapNode node) => node.Maps("panels").SelectMany(panel =>
        panel.Scalar("repeat") is { Value: not ("" or "null") } repeat && !repeat.Value.Contains('$')
            ? Repeated(panel).Prepend(repeat) : Repeated(panel));

    private static SourceSpan Around(Dashboard dashboard, SourceSpan span) =>
        dashboard.Panels.FirstOrDefault(panel => panel.Node.Span.Contains(span.Start))?.Node.Span ?? span;

    [GeneratedRegex(@"\$(?<name>[A-Za-z_]\w*)|\$\{(?<name>\w+)(?::\w+)?(?:\.[\w.]+)?\}|\[\[(?<name>\w+)(?::\w+)?\]\]")]
    private static partial Regex Variable();
}
