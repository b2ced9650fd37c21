using Alys.Checks.Subjects;
using Alys.PromQL;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A check that looks at one query after the other.</summary>
public abstract class QueryCheck : ICheck
{
    /// <inheritdoc/>
    public abstract string Id { get; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Queries.Where(query => query.Facts is not null)
            .SelectMany(query => Find(query, query.Facts!, subject));
    }

    /// <summary>All it finds in a valid query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="subject">All that is checked.</param>
    protected abstract IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject);

    /// <summary>A problem in a part of a query.</summary>
    protected Problem Problem(Query query, SourceSpan part, string message, string help)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Problem(Id, query.At(part), message, help) { Element = query.Element };
    }

    /// <summary>Every call of some functions.</summary>
    protected static IEnumerable<CallExpression> Calls(InferenceResult facts, params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Root.DescendantsAndSelf().OfType<CallExpression>()
            .Where(call => names.Contains(call.Function.Name));
    }
}
