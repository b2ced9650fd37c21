using CsCheck;

namespace Alys.Metrics.Tests.Generated;

/// <summary>How an instrument is written, and the samples that must come of it.</summary>
/// <param name="Type">Its type in the words of OpenMetrics.</param>
/// <param name="Suffix">What its name must end in.</param>
/// <param name="Writes">What can be written to it.</param>
/// <param name="Write">Writes one.</param>
/// <param name="Samples">The samples of a child after some writes.</param>
internal sealed record Recording<TInstrument, TWrite>(
    string Type,
    string Suffix,
    Gen<TWrite> Writes,
    Action<TInstrument, TWrite> Write,
    Func<string, (string, string)[], IReadOnlyList<TWrite>, IEnumerable<ExpectedSample>> Samples);

/// <summary>The recordings of the instruments.</summary>
internal static class Recordings
{
    // Of one addition, made twice: here and there.
    private const double RoundingError = 2.3e-16;

    // Few and large enough that some totals leave the exact doubles, and none overflows.
    private static readonly Gen<long> Amount = Numbers.Whole.Select(whole => whole == long.MinValue ? -1 : whole);

    internal static Recording<Counter, long> Counter { get; } = new(
        "counter", "_total", Amount, (counter, amount) => counter.Add(amount),
        (name, labels, amounts) =>
            [new(name, labels, amounts.Where(amount => amount is >= 0 and <= 1L << 53).Sum())]);

    internal static Recording<UpDownCounter, long> UpDownCounter { get; } = new(
        "gauge", "", Amount, (counter, amount) => counter.Add(amount),
        (name, labels, amounts) => [new(name, labels, amounts.Aggregate(0L, (a, b) => unchecked(a + b)))]);

    /// <summary>Null clears.</summary>
    /// <param name="initial">The value before the first write; null: absent.</param>
    internal static Recording<Gauge, double?> Gauge(double? initial) => new(
        "gauge", "", Gen.Nullable(Numbers.Any, 0.2),
        (gauge, value) =>
        {
            if (value is { } set) gauge.Set(set);
            else gauge.Clear();
        },
        (name, labels, values) =>
            (values.Count == 0 ? initial : values[^1]) is { } value ? [new(name, labels, value)] : []);

    internal static Recording<Histogram, double> Histogram(double[] bounds) => new(
        "histogram", "", Gen.OneOf(Numbers.Any, Gen.OneOf(bounds)), (histogram, value) => histogram.Observe(value),
        (name, labels, values) => Buckets(name, labels, bounds, [.. values.Where(IsObserved)]));

    // Histogram: "from 1e290 on a value counts as infinite".
    private static bool IsObserved(double value) => value is >= 0 and < 1e290;

    private static IEnumerable<ExpectedSample> Buckets(
        string name, (string, string)[] labels, double[] bounds, double[] values)
    {
        foreach (double bound in bounds.Append(double.PositiveInfinity))
        {
            string le = double.IsFinite(bound)
                ? bound.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
                : "+Inf";
            yield return new(name + "_bucket", [.. labels, ("le", le)], values.Count(value => value <= bound));
        }

        yield return new(name + "_sum", labels, values.Sum(), Tolerance: values.Length * RoundingError);
        yield return new(name + "_count", labels, values.Length);
    }
}
