using CsCheck;

namespace Alys.Metrics.Tests.Generated;

/// <summary>Metrics without labels.</summary>
internal static class SingleMetrics
{
    private const int MostWrites = 3;

    internal static Gen<GeneratedMetric> Of<TInstrument, TWrite>(
        Recording<TInstrument, TWrite> recording, Func<MetricRegistry, string, string, TInstrument> create) =>
        Gen.Select(Names.Metric(recording.Suffix), Texts.Help, recording.Writes.Array[0, MostWrites],
            (name, help, writes) => new GeneratedMetric(
                $"{recording.Type} {name} of [{string.Join(", ", writes)}]",
                (registry, page) =>
                {
                    TInstrument instrument = create(registry, name, help);
                    foreach (TWrite write in writes) recording.Write(instrument, write);
                    page.Add(new ExpectedFamily(name, recording.Type, help), recording.Samples(name, [], writes));
                }));
}
