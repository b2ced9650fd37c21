namespace Alys.Metrics.Families;

/// <summary>Remembers the last scrape that showed everything: a child leaves only after its last total was shown.
/// </summary>
/// <remarks>Threads: any.</remarks>
internal sealed class ShownScrapes(TimeProvider clock)
{
    private readonly Lock _gate = new();

    private long? _last;

    /// <summary>The time that a scrape is to hand to <see cref="End"/>.</summary>
    internal long Begin() => clock.GetTimestamp();

    /// <summary>A scrape that began then was written to its end, without leaving a family out.</summary>
    internal void End(long began)
    {
        lock (_gate) _last = Math.Max(_last ?? began, began);
    }

    internal SweepTime Time()
    {
        lock (_gate) return new SweepTime(clock, clock.GetTimestamp(), _last);
    }
}
