using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.Checks.Templating;
using Alys.PromQL;

namespace Alys.Checks.Reading;

/// <summary>Reads the queries in the texts of alerts: <c>{{ query "up" }}</c>.</summary>
internal static class TextQueries
{
    /// <summary>Those of an alert, in the order of its annotations and labels.</summary>
    /// <param name="alert">All of the alert.</param>
    /// <param name="promQL">Which PromQL is in it.</param>
    public static IEnumerable<Query> Of(MapNode alert, PromQLOptions promQL) =>
        from texts in new[] { alert.Map("annotations"), alert.Map("labels") }
        where texts is not null
        from entry in texts.Entries
        let text = entry.Value as ScalarNode
        where text is not null && text.Value.Contains("query", StringComparison.Ordinal)
        from query in AlertTemplate.Read(text.Value).Queries
        let read = Read(query, text, alert, promQL)
        where read is not null
        select read;

    private static Query? Read(TemplateText query, ScalarNode text, MapNode alert, PromQLOptions promQL)
    {
        if (query.Read() is not var (expression, places)) return null;
        ParseResult parsed = PromQLParser.Parse(
            expression, query.IsFormat ? promQL with { AllowGrafanaVariables = true } : promQL);
        return new Query(
            text.File, parsed, part => text.InFile(SourceSpan.Between(places[part.Start], places[part.End])),
            alert.Span);
    }
}
