using System.Diagnostics.CodeAnalysis;
using Sdm = System.Diagnostics.Metrics;

namespace Alys.Metrics.Meters;

/// <summary>Passes on what the histograms of one family observe, to published instruments that somebody listens
/// to.</summary>
internal sealed class HistogramRelay(HistogramBounds bounds)
{
    private readonly Lock _gate = new();

    /// <summary>Replaced as a whole.</summary>
    private Sdm.Histogram<double>[] _targets = [];

    internal HistogramBounds Bounds => bounds;

    internal bool IsListenedTo => Volatile.Read(ref _targets).Length > 0;

    /// <summary>Says whether somebody listens to a target; false when that was known.</summary>
    internal bool TrySet(Sdm.Histogram<double> target, bool isListenedTo)
    {
        lock (_gate)
        {
            if (Array.IndexOf(_targets, target) >= 0 == isListenedTo) return false;
            Sdm.Histogram<double>[] others = [.. _targets.Where(known => known != target)];
            Volatile.Write(ref _targets, isListenedTo ? [.. others, target] : others);
            return true;
        }
    }

    /// <summary>Tells all who listen; what they throw is theirs.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A listener's fault must not become one of who measures.")]
    internal void Pass(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (Sdm.Histogram<double> target in Volatile.Read(ref _targets))
        {
            try
            {
                target.Record(value, tags);
            }
            catch (Exception)
            {
                // The other listeners are told all the same.
            }
        }
    }
}
