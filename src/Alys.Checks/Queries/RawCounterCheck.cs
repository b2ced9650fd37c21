using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A counter that is compared or drawn as it is: one event holds until the process starts anew.</summary>
public sealed class RawCounterCheck : ICheck
{
    private const string Help = "Take increase() or rate() of it.";

    /// <inheritdoc/>
    public string Id => "promql/raw-counter";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        IEnumerable<Problem> rules = subject.Rules.SelectMany(rule => Compared(rule.Expression));
        IEnumerable<Problem> panels =
            from dashboard in subject.Dashboards
            from panel in dashboard.Panels
            where panel.Type == "timeseries"
            from target in panel.Targets
            let facts = target.Query.Facts
            where facts is { Result.Kind: MetricKind.Counter }
            select Problem(target.Query, facts.Root, "drawn over time");
        return rules.Concat(panels);
    }

    private IEnumerable<Problem> Compared(Query query)
    {
        if (query.Facts is not { } facts) return [];
        return from expression in facts.Root.DescendantsAndSelf()
               let comparison = expression is ParenthesizedExpression ? null : Numbers.Comparison(expression)
               where comparison is not null && facts.Of(comparison.Value.Side).Kind == MetricKind.Counter
               select Problem(query, comparison.Value.Side, "compared with a number");
    }

    private Problem Problem(Query query, Expression part, string what)
    {
        string name = part.DescendantsAndSelf().OfType<VectorSelector>().FirstOrDefault()?.MetricName ?? "it";
        return new Problem(Id, query.At(part.Span), $"the counter {name} is {what} as it is", Help)
        {
            Element = query.Element,
        };
    }
}
