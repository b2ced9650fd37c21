using System.Collections.Frozen;
using Alys.PromQL.Tree;
using static Alys.PromQL.Tree.ExpressionType;

namespace Alys.PromQL;

/// <summary>All functions of Prometheus 2.42 to 3.x.</summary>
/// <remarks><b>Source:</b> https://prometheus.io/docs/prometheus/latest/querying/functions/ and Prometheus' changelog.
/// Those of 2.42 are compared with promtool in the tests.</remarks>
public static class PromQLFunctions
{
    private const int Unlimited = -1;

    private static readonly Version Oldest = new(2, 42);

    private static readonly FrozenDictionary<string, PromQLFunction> ByName =
        Table().ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PromQLFunction>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyCollection<PromQLFunction> All { get; } =
        [.. ByName.Values.OrderBy(function => function.Name, StringComparer.Ordinal)];

    /// <summary>The function of a name, whatever version has it; null when none does.</summary>
    public static PromQLFunction? Find(ReadOnlySpan<char> name) =>
        BySpan.TryGetValue(name, out PromQLFunction? function) ? function : null;

    private static IEnumerable<PromQLFunction> Table() =>
    [
        .. Of("abs acos acosh asin asinh atan atanh ceil cos cosh deg exp floor ln log10 log2 rad sgn sin sinh sqrt " +
            "tan tanh absent sort sort_desc timestamp histogram_count histogram_sum", InstantVector),
        .. Of("day_of_month day_of_week day_of_year days_in_month hour minute month year", InstantVector)
            .Select(function => function with { MinArguments = 0 }),
        .. Of("absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate " +
            "last_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time " +
            "stdvar_over_time sum_over_time", RangeVector),
        One("clamp", InstantVector, [InstantVector, Scalar, Scalar]),
        One("clamp_max", InstantVector, [InstantVector, Scalar]),
        One("clamp_min", InstantVector, [InstantVector, Scalar]),
        One("histogram_fraction", InstantVector, [Scalar, Scalar, InstantVector]),
        One("histogram_quantile", InstantVector, [Scalar, InstantVector]),
        One("holt_winters", InstantVector, [RangeVector, Scalar, Scalar]) with { Until = new Version(3, 0) },
        One("label_join", InstantVector, [InstantVector, Text, Text, Text], Unlimited, min: 3),
        One("label_replace", InstantVector, [InstantVector, Text, Text, Text, Text]),
        One("pi", Scalar, []),
        One("predict_linear", InstantVector, [RangeVector, Scalar]),
        One("quantile_over_time", InstantVector, [Scalar, RangeVector]),
        One("round", InstantVector, [InstantVector, Scalar], min: 1),
        One("scalar", Scalar, [InstantVector]),
        One("time", Scalar, []),
        One("vector", InstantVector, [Scalar]),
        .. Since(2, 48, Of("histogram_stddev histogram_stdvar", InstantVector)),
        .. Since(2, 51, Of("histogram_avg", InstantVector)),
        .. Trial(2, 49, Of("mad_over_time", RangeVector)),
        .. Trial(2, 49, [
            One("sort_by_label", InstantVector, [InstantVector, Text], Unlimited, min: 1),
            One("sort_by_label_desc", InstantVector, [InstantVector, Text], Unlimited, min: 1)]),
        .. Trial(3, 0, [
            One("double_exponential_smoothing", InstantVector, [RangeVector, Scalar, Scalar]),
            One("info", InstantVector, [InstantVector, InstantVector], min: 1)]),
        .. Trial(3, 5, Of("ts_of_max_over_time ts_of_min_over_time ts_of_last_over_time", RangeVector)),
        .. Trial(3, 7, [
            One("first_over_time", InstantVector, [RangeVector]) with { StableSince = new Version(3, 14) },
            One("ts_of_first_over_time", InstantVector, [RangeVector])]),
        .. Trial(3, 11, [
            One("histogram_quantiles", InstantVector, [InstantVector, Text, Scalar, Scalar], max: 12, min: 3)]),
        .. Trial(3, 12, [
            One("start", Scalar, []), One("end", Scalar, []), One("range", Scalar, []), One("step", Scalar, [])]),
        .. Trial(3, 13, [One("min_of", Scalar, [Scalar, Scalar]), One("max_of", Scalar, [Scalar, Scalar])]),
        .. Trial(3, 14, Of("start_timestamp", InstantVector)),
    ];

    private static IEnumerable<PromQLFunction> Of(string names, ExpressionType argument) =>
        names.Split(' ').Select(name => One(name, InstantVector, [argument]));

    private static IEnumerable<PromQLFunction> Since(int major, int minor, IEnumerable<PromQLFunction> functions) =>
        functions.Select(function => function with { Since = new Version(major, minor) });

    private static IEnumerable<PromQLFunction> Trial(int major, int minor, IEnumerable<PromQLFunction> functions) =>
        Since(major, minor, functions).Select(function => function with { IsExperimental = true });

    private static PromQLFunction One(
        string name, ExpressionType result, ExpressionType[] arguments, int? max = null, int? min = null) => new()
        {
            Name = name,
            ArgumentTypes = arguments,
            MinArguments = min ?? arguments.Length,
            MaxArguments = max == Unlimited ? null : max ?? arguments.Length,
            ReturnType = result,
            Since = Oldest,
        };
}
