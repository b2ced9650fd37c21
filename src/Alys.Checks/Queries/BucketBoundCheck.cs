using System.Globalization;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A bucket that the histogram does not have.</summary>
public sealed class BucketBoundCheck : QueryCheck
{
    /// <inheritdoc/>
    public override string Id => "promql/bucket-bound";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
        from pair in query.Selectors
        where pair.Series is { Role: SeriesRole.Bucket, Family.Bounds: not null }
        from matcher in pair.Selector.Matchers
        where matcher.Label.Name == "le" && !matcher.HasVariable && matcher.Value.Length > 0
        from bound in Wrong(matcher, pair.Series.Family.Bounds!)
        select Problem(
            query, matcher.ValueSpan, $"{pair.Series.Family.Name} has no bucket with le=\"{bound}\"",
            "Its bounds are " + string.Join(
                ", ", pair.Series.Family.Bounds!.Select(one => one.ToString(CultureInfo.InvariantCulture))) + ".");

    // A pattern for both ways to spell a number, such as 1|1.0 or 1(\.0)?, is right when it takes any bound.
    private static IEnumerable<string> Wrong(LabelMatcher matcher, IReadOnlyList<double> bounds)
    {
        if (matcher.Operator is MatchOperator.Regex or MatchOperator.NotRegex)
        {
            IEnumerable<string> spelled = bounds.SelectMany(Spelled).Append("+Inf");
            bool wanted = matcher.Operator == MatchOperator.Regex;
            return spelled.Any(bound => matcher.Matches(bound) != !wanted) ? [] : [matcher.Value];
        }

        bool isBound = matcher.Value == "+Inf"
            || double.TryParse(matcher.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && bounds.Contains(value);
        return isBound ? [] : [matcher.Value];
    }

    private static IEnumerable<string> Spelled(double bound)
    {
        string text = bound.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? [text] : [text, text + ".0"];
    }
}
