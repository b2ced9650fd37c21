using Alys.Checks.Subjects;
using Alys.PromQL;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A counter that is compared, divided or drawn as it is: it is a total, and begins anew with its process.
/// </summary>
public sealed class RawCounterCheck : ICheck
{
    private const string Help = "Take increase() or rate() of it.";

    private static readonly string[] Rates = ["rate", "irate", "increase"];

    /// <inheritdoc/>
    public string Id => "promql/raw-counter";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        Query[] rules = [.. subject.Rules.Select(rule => rule.Expression)];
        Query[] drawn =
        [
            .. from dashboard in subject.Dashboards
               from panel in dashboard.Panels
               where panel.Type == "timeseries"
               from target in panel.Targets
               select target.Query,
        ];
        return
        [
            .. rules.SelectMany(Compared),
            .. drawn.SelectMany(Drawn),
            .. rules.Concat(drawn).SelectMany(Divided),
            .. subject.Queries.SelectMany(query => Shifted(query).Concat(Aggregated(query))),
        ];
    }

    private IEnumerable<Problem> Drawn(Query query) =>
        query.Facts is not { Result.Kind: MetricKind.Counter } facts ? []
            : [Problem(query, facts.Root.Span, $"the counter {Name(facts.Root)} is drawn over time as it is", Help)];

    private IEnumerable<Problem> Compared(Query query) =>
        from expression in Parts(query).OfType<BinaryExpression>()
        let comparison = Numbers.Comparison(expression)
        where comparison is not null && IsTotal(comparison.Value.Side, query)
        let side = comparison.Value.Side
        select Problem(query, side.Span, $"the counter {Name(side)} is compared with a number as it is", Help);

    private IEnumerable<Problem> Divided(Query query) =>
        from quotient in Parts(query).OfType<BinaryExpression>()
        where quotient.Operator == BinaryOperator.Divide
            && IsTotal(quotient.Left, query) && IsTotal(quotient.Right, query)
        select Problem(
            query, quotient.Span,
            $"the counter {Name(quotient.Left)} is divided by another as they are: what comes out is about all the "
            + "time since the start",
            "Divide the increase() or rate() of both.");

    // Held against itself at another time.
    private IEnumerable<Problem> Shifted(Query query) =>
        from binary in Parts(query).OfType<BinaryExpression>()
        where (binary.Operator == BinaryOperator.Subtract || binary.Operator.IsComparison())
            && IsTotal(binary.Left, query) && IsTotal(binary.Right, query)
        let left = Selectors(binary.Left).First()
        let right = Selectors(binary.Right).First()
        where left.MetricName == right.MetricName && left.Offset?.Value != right.Offset?.Value
        select Problem(
            query, binary.Span,
            $"the counter {left.MetricName} is held against itself at another time: a restart looks like a fall",
            "Take increase() of it, or resets() for its restarts.");

    private IEnumerable<Problem> Aggregated(Query query) =>
        from call in Parts(query).OfType<CallExpression>()
        where Rates.Contains(call.Function.Name)
        from subquery in call.Arguments.OfType<SubqueryExpression>()
        where IsTotal(subquery.Inner, query)
        let aggregate = subquery.Inner.DescendantsAndSelf().OfType<AggregateExpression>()
            .FirstOrDefault(aggregate => !aggregate.Operator.KeepsSeries())
        where aggregate is not null
        let outer = call.Function.Name
        let inner = aggregate.Operator.ToName()
        select Problem(
            query, call.Span,
            $"{outer}() of the {inner} of counters: when one of them begins anew, all seem to",
            $"Take the {inner} of their {outer}().");

    private static IEnumerable<Expression> Parts(Query query) => query.Facts?.Root.DescendantsAndSelf() ?? [];

    private static bool IsTotal(Expression expression, Query query) =>
        query.Facts!.Of(expression).Kind == MetricKind.Counter && Selectors(expression).Any();

    private static IEnumerable<VectorSelector> Selectors(Expression expression) =>
        expression.DescendantsAndSelf().OfType<VectorSelector>();

    private static string Name(Expression part) => Selectors(part).FirstOrDefault()?.MetricName ?? "it";

    private Problem Problem(Query query, SourceSpan part, string message, string help) =>
        new(Id, query.At(part), message, help) { Element = query.Element };
}
