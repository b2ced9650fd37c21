using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A label that the series cannot have: in a matcher it selects nothing, in <c>by</c> or <c>on</c> it is
/// empty.</summary>
public sealed class UnknownLabelCheck : QueryCheck
{
    /// <inheritdoc/>
    public override string Id => "promql/unknown-label";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
    [
        .. query.Selectors.SelectMany(pair => InMatchers(query, pair.Selector, pair.Series, subject)),
        .. facts.Root.DescendantsAndSelf().OfType<AggregateExpression>()
            .SelectMany(aggregate => InGrouping(query, aggregate, facts)),
        .. facts.Root.DescendantsAndSelf().OfType<BinaryExpression>()
            .SelectMany(binary => InMatching(query, binary, facts)),
    ];

    private IEnumerable<Problem> InMatchers(Query query, VectorSelector selector, Series? series, Subject subject)
    {
        if (series is null || series.Family.HasOtherLabels) yield break;
        string[] labels = [.. Labels(series, subject)];
        foreach (LabelMatcher matcher in selector.Matchers)
        {
            string label = matcher.Label.Name;
            // Asking for a label to be absent is no mistake.
            if (label == "__name__" || labels.Contains(label) || matcher.Matches("") != false || IsVariable(label))
                continue;
            yield return Problem(
                query, matcher.Label.Span, $"{selector.MetricName} has no label {label}",
                Near.Sentence(label, labels) is { Length: > 0 } near
                    ? near : $"It has {string.Join(", ", labels.Order(StringComparer.Ordinal))}.");
        }
    }

    private static IEnumerable<string> Labels(Series series, Subject subject)
    {
        IEnumerable<string> labels = series.Family.Labels.Select(label => label.Name);
        if (series.Family.HasTargetLabels)
            labels = labels.Concat(subject.Metrics.TargetLabels.Select(label => label.Name));
        return series.Role switch
        {
            SeriesRole.Bucket => labels.Append("le"),
            SeriesRole.Quantile => labels.Append("quantile"),
            _ => labels,
        };
    }

    private IEnumerable<Problem> InGrouping(Query query, AggregateExpression aggregate, InferenceResult facts)
    {
        if (aggregate.Grouping is not { IsWithout: false } grouping) yield break;
        LabelFacts below = facts.Of(aggregate.Operand).Labels;
        foreach (LabelName label in grouping.Labels)
        {
            if (below[label.Name].Presence != LabelPresence.Never || IsVariable(label.Name)) continue;
            yield return Problem(
                query, label.Span, $"what is aggregated has no label {label.Name}", LabelWords.Has(below));
        }
    }

    private IEnumerable<Problem> InMatching(Query query, BinaryExpression binary, InferenceResult facts)
    {
        if (binary.Matching is not { } matching) yield break;
        LabelFacts left = facts.Of(binary.Left).Labels;
        LabelFacts right = facts.Of(binary.Right).Labels;
        foreach (LabelName label in matching.IsOn ? matching.Labels : [])
        {
            bool isNowhere = left[label.Name].Presence == LabelPresence.Never
                && right[label.Name].Presence == LabelPresence.Never;
            if (isNowhere && !IsVariable(label.Name))
                yield return Problem(query, label.Span, $"neither side has a label {label.Name}", LabelWords.Has(left));
        }

        LabelFacts one = matching.Cardinality == MatchCardinality.OneToMany ? left : right;
        foreach (LabelName label in matching.Include)
        {
            if (one[label.Name].Presence == LabelPresence.Never && !IsVariable(label.Name))
            {
                yield return Problem(
                    query, label.Span, $"the side that it is to be copied from has no label {label.Name}",
                    LabelWords.Has(one));
            }
        }
    }

    private static bool IsVariable(string label) => label.AsSpan().ContainsAny('$', '[');
}
