using Alys.Checks.Documents;
using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Reading;

/// <summary>Reads files of rules.</summary>
/// <remarks><b>Source:</b> "Defining recording rules" and "Alerting rules" of the documentation of
/// Prometheus.</remarks>
internal static class RuleReader
{
    /// <summary>Whether a document is a file of rules. Those that Grafana evaluates itself have the version of their
    /// format beside their groups.</summary>
    public static bool Is(MapNode document) => document["groups"] is not null && document["apiVersion"] is null;

    /// <summary>The rules of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="promQL">Which PromQL is in it.</param>
    /// <param name="documents">What in it has <c>groups</c>.</param>
    public static RuleFile Read(SourceFile file, PromQLOptions promQL, params IReadOnlyList<MapNode> documents) => new(
        file,
        documents,
        [
            .. documents.SelectMany(document => document.Maps("groups")).SelectMany(group => group.Maps("rules"))
                .Select(node => Rule(node, promQL)).OfType<Rule>(),
        ]);

    // A rule without a name or an expression is a problem of the structure.
    private static Rule? Rule(MapNode node, PromQLOptions promQL)
    {
        ScalarNode? alert = node.Scalar("alert");
        return (alert ?? node.Scalar("record")) is { } name && node.Scalar("expr") is { } expression
            ? new Rule(node, name, alert is not null, expression, Query(expression, node, promQL))
            {
                TextQueries = alert is null ? [] : [.. Reading.TextQueries.Of(node, promQL)],
            }
            : null;
    }

    /// <summary>The expression in a scalar.</summary>
    public static Query Query(ScalarNode expression, DocumentNode element, PromQLOptions options) => new(
        expression.File, PromQLParser.Parse(expression.Value, options), expression.InFile, element.Span);
}
