using CsCheck;

namespace Alys.Metrics.Tests.Generated;

/// <summary>Metrics over texts, and a simple model of which child a look-up must find.</summary>
internal static class OpenMetrics
{
    private const string Other = "other";
    private const int MostWrites = 8;
    private const int LengthLimit = 256;

    internal static Gen<GeneratedMetric> Of<TInstrument, TWrite>(
        Recording<TInstrument, TWrite> recording,
        Func<MetricRegistry, string, string, TextFamilyOptions, string[], TextFamily<TInstrument>> create)
        where TInstrument : Instrument =>
        Gen.Int[1, 3].SelectMany(count => Gen.Select(
            Names.Metric(recording.Suffix), Texts.Help, Names.Labels(count), Gen.OneOf(1, 2, 3, 1_000),
            Gen.Select(Texts.Any.Array[count], recording.Writes).Array[0, MostWrites],
            (name, help, labels, limit, writes) => new GeneratedMetric(
                $"{recording.Type} {name} by texts {string.Join(", ", labels)}, at most {limit}",
                (registry, page) =>
                {
                    TextFamily<TInstrument> family =
                        create(registry, name, help, new TextFamilyOptions { Limit = limit }, labels);
                    foreach ((string[] values, TWrite write) in writes)
                        recording.Write(Find(family, values), write);
                    page.Add(
                        new ExpectedFamily(name, recording.Type, help),
                        Children(writes, limit).SelectMany(child => recording.Samples(
                            name, [.. labels.Zip(child.Values)], child.Writes)));
                })));

    private static TInstrument Find<TInstrument>(TextFamily<TInstrument> family, string[] values)
        where TInstrument : Instrument => values.Length switch
        {
            1 => family.WithLabels(values[0]),
            2 => family.WithLabels(values[0], values[1]),
            _ => family.WithLabels(values[0], values[1], values[2]),
        };

    private static List<(string[] Values, List<TWrite> Writes)> Children<TWrite>(
        (string[] Values, TWrite Write)[] writes, int limit)
    {
        List<(string[] Values, List<TWrite> Writes)> children = [];
        foreach ((string[] values, TWrite write) in writes)
        {
            bool isKnown = children.Any(child => child.Values.SequenceEqual(values));
            int admitted = children.Count(child => !IsOther(child.Values));
            bool isAdmitted = isKnown || admitted < limit && values.All(IsAcceptable);
            string[] labels = isAdmitted ? values : [.. values.Select(_ => Other)];
            if (!children.Any(child => child.Values.SequenceEqual(labels))) children.Add((labels, []));
            children.First(child => child.Values.SequenceEqual(labels)).Writes.Add(write);
        }

        return children;
    }

    private static bool IsOther(string[] values) => values.All(value => value == Other);

    private static bool IsAcceptable(string value) =>
        value.Length <= LengthLimit && !HasLoneSurrogate(value);

    private static bool HasLoneSurrogate(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsLowSurrogate(value[i])) return true;
            if (!char.IsHighSurrogate(value[i])) continue;
            i++;
            if (i == value.Length || !char.IsLowSurrogate(value[i])) return true;
        }

        return false;
    }
}
