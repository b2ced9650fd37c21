using CsCheck;
using static Alys.Metrics.Tests.Generated.ClosedSets;

namespace Alys.Metrics.Tests.Generated;

/// <summary>Facts and states.</summary>
internal static class FactMetrics
{
    private const int LengthLimit = 256;

    internal static Gen<GeneratedMetric> Info { get; } =
        Gen.Int[1, 5].SelectMany(count => Gen.Select(
            Names.Metric("_info"), Texts.Help, Names.Labels(count), Texts.Valid.Array[count].Array[0, 2],
            (name, help, labels, settings) => new GeneratedMetric(
                $"info {name} with {string.Join(", ", labels)}",
                (registry, page) =>
                {
                    Info info = registry.Info(name, help, labels);
                    foreach (string[] values in settings) info.Set(values);
                    page.Add(
                        new ExpectedFamily(name, "info", help),
                        settings.TakeLast(1).Select(values =>
                            new ExpectedSample(name, [.. labels.Zip(values.Select(Cut))], 1)));
                })));

    internal static Gen<GeneratedMetric> StateSet { get; } =
        Gen.Select(Names.Metric(""), Texts.Help, Gen.Int[-1, OddValues.Length], (name, help, state) =>
            new GeneratedMetric($"stateset {name} in {state}", (registry, page) =>
            {
                StateSet<Odd> set = registry.StateSet<Odd>(name, help);
                if (state >= 0) set.Set((Odd)state);
                bool isPresent = state >= 0 && state < OddValues.Length;
                page.Add(
                    new ExpectedFamily(name, "stateset", help),
                    isPresent ? OddValues.Select((value, i) =>
                        new ExpectedSample(name, [(name, value)], i == state ? 1 : 0)) : []);
            }));

    private static string Cut(string value)
    {
        if (value.Length <= LengthLimit) return value;
        return value[..(char.IsHighSurrogate(value[LengthLimit - 1]) ? LengthLimit - 1 : LengthLimit)];
    }
}
