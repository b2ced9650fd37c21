using System.Globalization;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A quantile of what are no buckets, of buckets since the start, one that is none, or one that can never be
/// as high as what it is compared with.</summary>
public sealed class HistogramQuantileCheck : QueryCheck
{
    private static readonly string[] Choosing =
    [
        "avg_over_time", "label_join", "label_replace", "last_over_time", "max_over_time", "min_over_time", "sort",
        "sort_desc",
    ];

    /// <inheritdoc/>
    public override string Id => "promql/histogram-quantile";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
    [
        .. Calls(facts, "histogram_quantile").Where(call => call.Arguments.Count == 2)
            .SelectMany(call => InCall(query, facts, call)),
        .. Calls(facts, "histogram_quantile", "quantile_over_time")
            .SelectMany(call => OutOfRange(query, call.Arguments is [var quantile, ..] ? quantile : null)),
        .. facts.Root.DescendantsAndSelf().OfType<AggregateExpression>()
            .Where(aggregate => aggregate.Operator == AggregationOperator.Quantile)
            .SelectMany(aggregate => OutOfRange(query, aggregate.Parameter)),
        .. facts.Root.DescendantsAndSelf().SelectMany(expression => Above(query, facts, expression)),
    ];

    private IEnumerable<Problem> OutOfRange(Query query, Expression? quantile)
    {
        if (quantile is null || Numbers.Of(quantile) is not { } number || number is >= 0 and <= 1) return [];
        string help = number is > 1 and <= 100 && double.IsInteger(number)
            ? $"Write {(number / 100).ToString(CultureInfo.InvariantCulture)}." : "It lies between 0 and 1.";
        return [Problem(
            query, quantile.Span,
            $"{number.ToString(CultureInfo.InvariantCulture)} is no quantile, so the result is infinite", help)];
    }

    private IEnumerable<Problem> InCall(Query query, InferenceResult facts, CallExpression call)
    {
        Expression argument = call.Arguments[1];
        ExpressionFacts below = facts.Of(argument);
        VectorSelector? selector = argument.DescendantsAndSelf().OfType<VectorSelector>().FirstOrDefault();
        Series? series = selector is null ? null : facts.Of(selector).Series;
        // A histogram whose bounds nobody knows may be a native one, which needs no buckets.
        if (series is null or { Family: { Kind: MetricKind.Histogram, Bounds: null }, Role: SeriesRole.Value })
            yield break;
        if (series.Role != SeriesRole.Bucket && series.Family.BucketsOf is null)
        {
            // Of what a rule records of buckets that are not known, or of several histograms, le tells.
            bool isRecorded = !series.Family.HasTargetLabels;
            if (isRecorded && facts.Of(selector!).Labels["le"].Presence != LabelPresence.Never) yield break;
            yield return Problem(
                query, selector!.NameSpan, $"{selector.MetricName} has no buckets", "Take _bucket of a histogram.");
        }
        else if (below.Labels["le"].Presence == LabelPresence.Never)
        {
            yield return Problem(
                query, argument.Span, "the label le is aggregated away, so there are no buckets left",
                "Add le to the labels that stay: sum by (le, ...).");
        }
        else if (below.Kind == MetricKind.Counter)
        {
            yield return Problem(
                query, argument.Span, "the buckets are counts since the start of the process",
                "Take rate() of them: it says how it is now.");
        }
    }

    private IEnumerable<Problem> Above(Query query, InferenceResult facts, Expression expression)
    {
        if (expression is not BinaryExpression
            || Numbers.Comparison(expression) is not { } comparison
            || comparison.Operator is not (BinaryOperator.Greater or BinaryOperator.GreaterOrEqual))
        {
            yield break;
        }

        if (Quantile(comparison.Side) is not { } call
            || call.Arguments.Count != 2
            || facts.Of(call.Arguments[1]).Buckets?.Bounds is not [.., var top])
        {
            yield break;
        }

        bool isBeyond = comparison.Operator == BinaryOperator.Greater
            ? comparison.Number >= top : comparison.Number > top;
        if (isBeyond)
        {
            string bound = top.ToString(CultureInfo.InvariantCulture);
            yield return Problem(
                query, expression.Span, $"the quantile is never above {bound}, the highest bound of the histogram",
                "Compare with less, or count what is above the bound: _count minus _bucket.");
        }
    }

    // The quantile that a value is one of, or the mean of: what chooses among values makes none of them higher.
    private static CallExpression? Quantile(Expression side) => side.WithoutParentheses() switch
    {
        CallExpression { Function.Name: "histogram_quantile" } call => call,
        CallExpression { Arguments: [var first, ..] } call when Choosing.Contains(call.Function.Name) =>
            Quantile(first),
        SubqueryExpression subquery => Quantile(subquery.Inner),
        AggregateExpression aggregate when aggregate.Operator.KeepsSeries() || aggregate.Operator
            is AggregationOperator.Max or AggregationOperator.Min or AggregationOperator.Avg =>
            Quantile(aggregate.Operand),
        _ => null,
    };
}
