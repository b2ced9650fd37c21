using Alys.Metrics.Exposition;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Families;

/// <summary>The exposition of an open family.</summary>
internal sealed class TextFamilySeries<TInstrument>(
    string name, string help, MetricType type, OpenChildren<TInstrument> children)
    : Family(name, help, type)
    where TInstrument : Instrument
{
    internal override ReadOnlySpan<Instrument?> Children =>
        ReadOnlySpan<Instrument?>.CastUp(children.Table.Children);

    internal override bool IsUpDown => typeof(TInstrument) == typeof(UpDownCounter);

    /// <remarks>A child keeps its place for as long as it is there, so a scrape in pieces goes on where it
    /// stopped.</remarks>
    internal override int Write(ref SampleWriter writer, int child, int budget)
    {
        if (child == 0) children.Sweep();
        ReadOnlySpan<TInstrument?> all = children.Table.Children;
        for (; child < all.Length; child++)
        {
            if (writer.Written >= budget) return child;
            all[child]?.Write(ref writer);
        }

        return Done;
    }
}
