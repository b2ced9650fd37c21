using System.Text.RegularExpressions;
using Alys.PromQL;

namespace Alys.Checks.Alerts;

/// <summary>What stands in the templates of annotations and labels.</summary>
/// <remarks><b>Source:</b> "Template reference" of the documentation of Prometheus, and Go's text/template.</remarks>
internal static partial class Templates
{
    private static readonly HashSet<string> Words =
    [
        "if", "else", "end", "range", "with", "define", "template", "block", "break", "continue", "nil", "true",
        "false",
    ];

    private static readonly HashSet<string> Functions =
    [
        "and", "call", "html", "index", "slice", "js", "len", "not", "or", "print", "printf", "println", "urlquery",
        "eq", "ne", "lt", "le", "gt", "ge",
        "query", "first", "label", "value", "sortByLabel", "strvalue", "args", "tmpl", "safeHtml", "match", "title",
        "toUpper", "toLower", "graphLink", "tableLink", "reReplaceAll", "stripPort", "stripDomain", "humanize",
        "humanize1024", "humanizeDuration", "humanizePercentage", "humanizeTimestamp", "pathPrefix", "externalURL",
        "parseDuration", "toTime",
    ];

    /// <summary>Every function that Prometheus does not have, with its place.</summary>
    public static IEnumerable<(string Name, SourceSpan Span)> UnknownFunctions(string text) =>
        from action in Action().Matches(text)
        from call in Call().Matches(Texts().Replace(action.Value, match => new string(' ', match.Length)))
        let name = call.Groups["name"]
        where !Words.Contains(name.Value) && !Functions.Contains(name.Value)
        select (name.Value, new SourceSpan(action.Index + name.Index, name.Length));

    /// <summary>Functions whose names are near.</summary>
    public static string NearFunctions(string name) => Near.Sentence(name, Functions);

    /// <summary>Every label of the result that a template shows, with its place.</summary>
    public static IEnumerable<(string Name, SourceSpan Span)> Labels(string text) =>
        from action in Action().Matches(text)
        from label in Label().Matches(action.Value)
        let name = label.Groups["name"]
        select (name.Value, new SourceSpan(action.Index + name.Index, name.Length));

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Action();

    [GeneratedRegex("""
        "(?:\\.|[^"\\])*"|`[^`]*`|/\*(?s:.*?)\*/
        """)]
    private static partial Regex Texts();

    // Where a command begins: after the braces, a pipe, a parenthesis, an assignment or a word such as if.
    [GeneratedRegex(@"(?<=(?:\{\{-?|\||\(|=|\b(?:if|with|range))\s*)(?<![\w$.])(?<name>[A-Za-z_]\w*)\b")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?:\$labels|\.Labels)\.(?<name>\w+)")]
    private static partial Regex Label();
}
