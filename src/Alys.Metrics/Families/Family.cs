using Alys.Metrics.Callbacks;
using Alys.Metrics.Exposition;
using Alys.Metrics.Meters;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Families;

/// <summary>A metric: its name, type and help, and the children that are its series.</summary>
internal abstract class Family
{
    /// <summary>What <see cref="Write"/> returns after the last child.</summary>
    internal const int Done = -1;

    private protected Family(string name, string help, MetricType type)
    {
        Name = name;
        Help = help;
        Type = type;
        Header = new FamilyHeader(name, help, type);
    }

    internal string Name { get; }

    internal string Help { get; }

    internal MetricType Type { get; }

    internal FamilyHeader Header { get; }

    /// <summary>The labels of its children; none when they are only known with the measurements.</summary>
    internal IReadOnlyList<MetricLabel> Labels { get; init; } = [];

    /// <summary>How many sets of label values it takes before <c>other</c> takes the rest; null: code limits them.
    /// </summary>
    internal int? Limit { get; init; }

    /// <summary>What is asked for values when a scrape begins; null: nothing. <see cref="Write"/> finds them by
    /// <see cref="SampleWriter.SamplesOf"/>.</summary>
    internal virtual Callback? Callback => null;

    /// <summary>The children that there are now, null where one was removed; none for a family that has no
    /// instruments.</summary>
    internal virtual ReadOnlySpan<Instrument?> Children => default;

    /// <summary>Passes on what the histograms of this family observe; null: it has none.</summary>
    internal HistogramRelay? Relay { get; init; }

    /// <summary>Whether its numbers are raised and lowered, so that sums over its series make sense.</summary>
    internal virtual bool IsUpDown => false;

    /// <summary>
    /// Writes children from <paramref name="child"/> on until the writer has <paramref name="budget"/> bytes.
    /// </summary>
    /// <returns>The next child to write, or <see cref="Done"/>.</returns>
    internal abstract int Write(ref SampleWriter writer, int child, int budget);

    private protected static int WriteChildren(
        ReadOnlySpan<Instrument> children, ref SampleWriter writer, int child, int budget)
    {
        for (; child < children.Length; child++)
        {
            if (writer.Written >= budget) return child;
            children[child].Write(ref writer);
        }

        return Done;
    }
}
