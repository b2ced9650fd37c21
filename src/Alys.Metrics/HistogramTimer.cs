namespace Alys.Metrics;

/// <summary>A block that is being timed; see <see cref="Histogram.Time"/>. Disposing it counts the time, so dispose it
/// once.</summary>
public readonly ref struct HistogramTimer
{
    private readonly Histogram _histogram;
    private readonly long _started;

    internal HistogramTimer(Histogram histogram, long started)
    {
        _histogram = histogram;
        _started = started;
    }

    /// <summary>Counts the seconds since <see cref="Histogram.Time"/>.</summary>
    public void Dispose() => _histogram.ObserveSince(_started);
}
