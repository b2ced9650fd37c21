using Alys.Metrics.Exposition;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Families;

/// <summary>A family whose children are all there from the start: one without labels, or one over enums.</summary>
internal sealed class FixedFamily(string name, string help, MetricType type, Instrument[] children)
    : Family(name, help, type)
{
    internal override ReadOnlySpan<Instrument?> Children => children;

    internal override bool IsUpDown => children is UpDownCounter[];

    internal override int Write(ref SampleWriter writer, int child, int budget) =>
        WriteChildren(children, ref writer, child, budget);
}
