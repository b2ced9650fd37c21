using Alys.Metrics.Exposition;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Families;

/// <summary>A family whose children are all there from the start: one without labels, or one over enums.</summary>
internal sealed class FixedFamily(string name, string help, MetricType type, Instrument[] children)
    : Family(name, help, type)
{
    internal override int Write(ref SampleWriter writer, int child, int budget) =>
        WriteChildren(children, ref writer, child, budget);
}
