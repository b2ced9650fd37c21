using CsCheck;

namespace Alys.Metrics.Tests.Generated;

/// <summary>Metrics over enums.</summary>
internal static class ClosedMetrics
{
    private const int MostWrites = 12;

    /// <summary>Metrics of one kind.</summary>
    /// <param name="recording">The kind of the children.</param>
    /// <param name="values">The label values of each enum.</param>
    /// <param name="create">Makes the family and returns its indexer.</param>
    internal static Gen<GeneratedMetric> Of<TInstrument, TWrite>(
        Recording<TInstrument, TWrite> recording,
        string[][] values,
        Func<MetricRegistry, string, string, string[], Func<int[], TInstrument>> create)
    {
        // One more than there are members: what belongs to none must not be seen anywhere.
        Gen<int[]> place = Gen.Int[0, 10].Array[values.Length]
            .Select(at => at.Select((index, label) => index % (values[label].Length + 1)).ToArray());
        Gen<(int[] At, TWrite Write)[]> writes = Gen.Select(place, recording.Writes).Array[0, MostWrites];
        return Gen.Select(Names.Metric(recording.Suffix), Texts.Help, Names.Labels(values.Length), writes,
            (name, help, labels, written) => new GeneratedMetric(
                $"{recording.Type} {name} by {values.Length} enums {string.Join(", ", labels)}",
                (registry, page) =>
                {
                    Func<int[], TInstrument> family = create(registry, name, help, labels);
                    foreach ((int[] at, TWrite write) in written) recording.Write(family(at), write);
                    page.Add(
                        new ExpectedFamily(name, recording.Type, help),
                        Places(values).SelectMany(at => recording.Samples(
                            name,
                            [.. labels.Select((label, i) => (label, values[i][at[i]]))],
                            [.. written.Where(one => one.At.AsSpan().SequenceEqual(at)).Select(one => one.Write)])));
                }));
    }

    private static IEnumerable<int[]> Places(string[][] values) => values.Aggregate(
        (IEnumerable<int[]>)[[]],
        (places, next) => places.SelectMany(place => next.Select((_, index) => (int[])[.. place, index])));
}
