using System.Text.RegularExpressions;
using Alys.Checks.Documents;
using Alys.PromQL.Inference;
using Alys.PromQL.Regexes;

namespace Alys.Checks.Routes;

/// <summary>A condition of a route or an inhibition: <c>severity="critical"</c>.</summary>
/// <param name="Label">The label.</param>
/// <param name="Operator">One of <c>=</c>, <c>!=</c>, <c>=~</c>, <c>!~</c>.</param>
/// <param name="Value">A value or a pattern.</param>
/// <remarks><b>Source:</b> "Matcher" of the documentation of Alertmanager.</remarks>
internal sealed partial record RouteMatcher(string Label, string Operator, string Value)
{
    private readonly ValuePattern _pattern = new(Value);

    /// <summary>Those of a node: <c>matchers</c>, and the older <c>match</c> and <c>match_re</c>.</summary>
    /// <param name="node">A route or an inhibition.</param>
    /// <param name="prefix">Of an inhibition, <c>source_</c> or <c>target_</c>.</param>
    public static IReadOnlyList<RouteMatcher> Of(MapNode node, string prefix = "") =>
    [
        .. node.List(prefix + "matchers").OfType<ScalarNode>().SelectMany(Parse),
        .. Entries(node, prefix + "match", "="),
        .. Entries(node, prefix + "match_re", "=~"),
    ];

    /// <summary>What is wrong with an item of <c>matchers</c>, a clause; null when nothing is.</summary>
    public static string? FindError(ScalarNode text) => !Whole().IsMatch(text.Value)
        ? $"\"{text.Value}\" is no matcher"
        : Parse(text).Where(matcher => matcher.Operator.EndsWith('~'))
            .Select(matcher => GoRegex.FindError(matcher.Value, isThree: true))
            .OfType<string>().Select(error => $"the pattern is no regular expression of Go's: {error}")
            .FirstOrDefault();

    /// <summary>Whether an alert fulfils all; null when that is known only when it fires.</summary>
    public static bool? AllFit(IEnumerable<RouteMatcher> matchers, AlertLabels alert)
    {
        bool? all = true;
        foreach (RouteMatcher matcher in matchers)
        {
            bool? fits = matcher.Fits(alert[matcher.Label]);
            if (fits == false) return false;
            if (fits is null) all = null;
        }

        return all;
    }

    private bool? Fits(LabelFact fact)
    {
        // A missing label is an empty one.
        IEnumerable<string>? values = fact.Presence switch
        {
            LabelPresence.Never => [""],
            LabelPresence.Sure => fact.Values,
            _ => fact.Values?.Append(""),
        };
        // Of a label that is there with any value, only what is asked of the empty value is known.
        if (values is null)
            return fact.Presence == LabelPresence.Sure && Operator == "!=" && Value.Length == 0 ? true : null;
        bool?[] fits = [.. values.Select(Fits).Distinct()];
        return fits is [var only] ? only : null;
    }

    // Null for a pattern that cannot be judged here.
    private bool? Fits(string value)
    {
        bool? equal = Operator.EndsWith('~') ? _pattern.Fits(value) : value == Value;
        return equal is null ? null : equal != Operator.StartsWith('!');
    }

    private static IEnumerable<RouteMatcher> Parse(ScalarNode text) =>
        Matcher().Matches(text.Value).Select(match => new RouteMatcher(
            match.Groups["label"].Value, match.Groups["operator"].Value,
            Escape().Replace(match.Groups["value"].Value, "$1")));

    private static IEnumerable<RouteMatcher> Entries(MapNode node, string name, string op) =>
        from entry in node.Map(name)?.Entries ?? []
        select new RouteMatcher(entry.Key.Value, op, (entry.Value as ScalarNode)?.Value ?? "");

    private const string One =
        """(?<label>[\w:]+)\s*(?<operator>=~|!~|!=|=)\s*(?:"(?<value>(?:\\.|[^"\\])*)"|(?<value>[^",{}]*[^",{}\s]|))""";

    [GeneratedRegex(One)]
    private static partial Regex Matcher();

    [GeneratedRegex($@"^\s*\{{?\s*(?:{One}\s*(?:,\s*|(?=\}}|\z)))*\}}?\s*\z")]
    private static partial Regex Whole();

    [GeneratedRegex("""\\([\\"])""")]
    private static partial Regex Escape();
}
