using System.Globalization;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A bucket that the histogram does not have.</summary>
public sealed class BucketBoundCheck : QueryCheck
{
    private const string Infinite = "+Inf";

    /// <inheritdoc/>
    public override string Id => "promql/bucket-bound";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
        from pair in query.Selectors
        where pair.Series is not null
        let histogram = pair.Series.Role == SeriesRole.Bucket ? pair.Series.Family : pair.Series.Family.BucketsOf
        where histogram?.Bounds is not null
        from matcher in pair.Selector.Matchers
        where matcher.Label.Name == "le" && !matcher.HasVariable && matcher.Value.Length > 0
        from bound in Wrong(matcher, histogram!.Bounds!)
        select Problem(
            query, matcher.ValueSpan, $"{histogram!.Name} has no bucket with le=\"{bound}\"",
            "Its bounds are " + string.Join(
                ", ", histogram!.Bounds!.Select(one => one.ToString(CultureInfo.InvariantCulture))) + ".");

    // A list of numbers is right when each of them is a bound, however it is spelled; any other pattern, such as
    // 1(\.0)?, when it takes a bound.
    private static IEnumerable<string> Wrong(LabelMatcher matcher, IReadOnlyList<double> bounds)
    {
        if (matcher.Operator is MatchOperator.Regex or MatchOperator.NotRegex)
        {
            string[] list = matcher.Value.Replace("\\", "", StringComparison.Ordinal).Split('|');
            if (list.All(IsNumber)) return list.Where(one => !IsBound(one, bounds));
            IEnumerable<string> spelled = bounds.SelectMany(Spelled).Append(Infinite);
            bool wanted = matcher.Operator == MatchOperator.Regex;
            return spelled.Any(bound => matcher.Matches(bound) != !wanted) ? [] : [matcher.Value];
        }

        return IsBound(matcher.Value, bounds) ? [] : [matcher.Value];
    }

    private static bool IsNumber(string text) =>
        text == Infinite || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool IsBound(string text, IReadOnlyList<double> bounds) =>
        text == Infinite
        || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && bounds.Contains(value);

    private static IEnumerable<string> Spelled(double bound)
    {
        string text = bound.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? [text] : [text, text + ".0"];
    }
}
