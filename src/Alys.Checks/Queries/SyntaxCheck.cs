using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Queries;

/// <summary>An expression that Prometheus refuses.</summary>
public sealed class SyntaxCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "promql/syntax";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from query in subject.Queries
               from diagnostic in query.Parsed.Diagnostics
               where diagnostic.Severity == DiagnosticSeverity.Error
               select new Problem(Id, query.At(diagnostic.Span), diagnostic.Message, diagnostic.Help)
               {
                   Element = query.Element,
               };
    }
}
