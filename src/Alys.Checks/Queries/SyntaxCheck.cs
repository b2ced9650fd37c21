using System.Text.RegularExpressions;
using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Queries;

/// <summary>An expression that Prometheus refuses.</summary>
public sealed partial class SyntaxCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "promql/syntax";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        HashSet<Query> drawn = [.. subject.Dashboards.SelectMany(dashboard => dashboard.Queries)];
        return from query in subject.Queries
               let isDrawn = drawn.Contains(query)
               where !query.Parsed.IsValid && !(isDrawn && Operative().IsMatch(query.Text))
               let newer = PromQLParser.Parse(
                   query.Text, PromQLOptions.Prometheus3 with { AllowGrafanaVariables = isDrawn }).IsValid
               from diagnostic in query.Parsed.Diagnostics
               where diagnostic.Severity == DiagnosticSeverity.Error
               select new Problem(
                   Id, query.At(diagnostic.Span), diagnostic.Message,
                   newer ? $"{diagnostic.Help} With --promql 3 it is taken.".TrimStart() : diagnostic.Help)
               {
                   Element = query.Element,
               };
    }

    // A variable for a function, an aggregation or a whole matcher: what Grafana makes of it is not known.
    [GeneratedRegex("""
        (?:\$\w+|\$\{[^}]*\}|\[\[\w+\]\])\s*(?:\(|(?:by|without)\b)|[{,]\s*(?:\$\w+|\$\{[^}]*\}|\[\[\w+\]\])\s*[,}]
        """, RegexOptions.IgnoreCase)]
    private static partial Regex Operative();
}
