using Alys.Metrics.Exposition;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Families;

/// <summary>The exposition of an open family.</summary>
internal sealed class TextFamilySeries<TInstrument>(
    string name, string help, MetricType type, TextFamily<TInstrument> family)
    : Family(name, help, type)
    where TInstrument : Instrument
{
    /// <remarks>Children are only ever added at the end, so a scrape in pieces goes on where it stopped.</remarks>
    internal override int Write(ref SampleWriter writer, int child, int budget) =>
        WriteChildren(Instruments(family.Children), ref writer, child, budget);

    private static ReadOnlySpan<Instrument> Instruments(ReadOnlySpan<TInstrument> children) =>
        ReadOnlySpan<Instrument>.CastUp(children);
}
