using System.Buffers;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A value that a closed label cannot have, or a pattern, or a part of one, that fits none of its values.
/// </summary>
public sealed class UnknownLabelValueCheck : QueryCheck
{
    private static readonly SearchValues<char> Special = SearchValues.Create(@"\.+*?()[]{}^$");

    /// <inheritdoc/>
    public override string Id => "promql/unknown-label-value";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
        from pair in query.Selectors
        where pair.Series is not null
        from matcher in pair.Selector.Matchers
        let values = pair.Series.Family.Labels.FirstOrDefault(label => label.Name == matcher.Label.Name)?.Values
        where values is not null && !matcher.HasVariable
        from wrong in Wrong(matcher, values)
        select Problem(
            query, matcher.ValueSpan, $"{matcher.Label.Name} of {pair.Selector.MetricName} is never {wrong}",
            Near.Sentence(wrong, values) is { Length: > 0 } near ? near : $"It is one of {string.Join(", ", values)}.");

    private static IEnumerable<string> Wrong(LabelMatcher matcher, IReadOnlyList<string> values)
    {
        if (matcher.Value.Length == 0) return [];
        if (matcher.Operator is MatchOperator.Equal or MatchOperator.NotEqual)
            return values.Contains(matcher.Value) ? [] : [matcher.Value];

        // Each alternative of a plain list is meant by itself.
        string[] parts = matcher.Value.Split('|');
        if (!matcher.Value.AsSpan().ContainsAny(Special))
            return parts.Where(part => part.Length > 0 && !values.Contains(part));
        bool wanted = matcher.Operator == MatchOperator.Regex;
        return values.Any(value => matcher.Matches(value) != !wanted) ? [] : [matcher.Value];
    }
}
