namespace Alys.Checks.Templating;

/// <summary>The words of the templates of Prometheus.</summary>
/// <remarks><b>Source:</b> "Template reference" of the documentation of Prometheus, and Go's text/template.</remarks>
internal static class TemplateWords
{
    /// <summary>Values that are written as words.</summary>
    public static IReadOnlySet<string> Constants { get; } = new HashSet<string> { "true", "false", "nil" };

    /// <summary>What begins an action that is no value.</summary>
    public static IReadOnlySet<string> Keywords { get; } = new HashSet<string>
    {
        "if", "else", "end", "range", "with", "define", "template", "block", "break", "continue",
    };

    /// <summary>Every function.</summary>
    public static IReadOnlySet<string> Functions { get; } = new HashSet<string>
    {
        "and", "call", "html", "index", "slice", "js", "len", "not", "or", "print", "printf", "println", "urlquery",
        "eq", "ne", "lt", "le", "gt", "ge",
        "query", "first", "label", "value", "sortByLabel", "strvalue", "args", "tmpl", "safeHtml", "match", "title",
        "toUpper", "toLower", "graphLink", "tableLink", "reReplaceAll", "stripPort", "stripDomain", "humanize",
        "humanize1024", "humanizeDuration", "humanizePercentage", "humanizeTimestamp", "pathPrefix", "externalURL",
        "parseDuration", "toTime",
    };

    /// <summary>What a template is given.</summary>
    public static IReadOnlyDictionary<string, TemplateValue> Fields { get; } = new Dictionary<string, TemplateValue>
    {
        ["Labels"] = TemplateValue.Labels,
        ["ExternalLabels"] = TemplateValue.Other,
        ["ExternalURL"] = TemplateValue.Other,
        ["Value"] = TemplateValue.Other,
    };

    /// <summary>The variables that are there from the beginning.</summary>
    public static IReadOnlyDictionary<string, TemplateValue> Variables { get; } = new Dictionary<string, TemplateValue>
    {
        ["$"] = TemplateValue.Alert,
        ["$labels"] = TemplateValue.Labels,
        ["$externalLabels"] = TemplateValue.Other,
        ["$externalURL"] = TemplateValue.Other,
        ["$value"] = TemplateValue.Other,
    };
}
