namespace Alys.Metrics.Collectors;

/// <summary>
/// Decides when the next round is due. Times are counted from the start of a loop, from round start to round start, so
/// what a round takes does not shift the next.
/// </summary>
internal sealed class CollectionSchedule(CollectionOptions options, Random random)
{
    /// <summary>Doublings after which even the shortest interval is beyond the longest backoff.</summary>
    private const int MostDoublings = 62;

    private readonly TimeSpan _interval = options.Interval;

    private readonly double _jitter = options.Jitter;

    /// <summary>The longest backoff before jitter: small enough that jitter can go both ways and stay within the limit.
    /// </summary>
    private readonly TimeSpan _longestBase =
        (options.MaxBackoff > options.Interval ? options.MaxBackoff : options.Interval) / (1 + options.Jitter);

    /// <summary>When the round after the one due at <paramref name="due"/> starts: one interval later, or one backoff
    /// while the collector fails; later by whole periods if that has passed already.</summary>
    public TimeSpan Next(TimeSpan due, TimeSpan now, int consecutiveFailures)
    {
        TimeSpan period = consecutiveFailures == 0 ? _interval : Backoff(consecutiveFailures);
        TimeSpan next = due + period;
        return next > now ? next : next + (Math.Floor((now - next) / period) + 1) * period;
    }

    private TimeSpan Backoff(int consecutiveFailures)
    {
        int doublings = Math.Min(consecutiveFailures - 1, MostDoublings);
        double ticks = Math.Min(_interval.Ticks * Math.Pow(2, doublings), _longestBase.Ticks);
        double spread = 1 + _jitter * (2 * NextRandom() - 1);
        return TimeSpan.FromTicks(Math.Max(1, (long)(ticks * spread)));
    }

    private double NextRandom()
    {
        // One schedule serves every collector's loop, and a Random that was given a seed is not safe for several
        // threads.
        lock (random) return random.NextDouble();
    }
}
