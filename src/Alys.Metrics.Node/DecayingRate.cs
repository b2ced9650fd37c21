namespace Alys.Metrics.Node;

/// <summary>
/// Events a second, averaged with exponentially falling weights, that goes to 0 when nothing happens, also when nobody
/// reports any more: a rate that a node computes must not freeze at its last good value.
/// </summary>
/// <remarks><b>Threads:</b> any; a lock, for it is used once a round.</remarks>
internal sealed class DecayingRate(TimeProvider clock)
{
    /// <summary>The weight of a report falls to 1/e in this time.</summary>
    internal static readonly TimeSpan TimeConstant = TimeSpan.FromSeconds(20);

    /// <summary>Below this, in events a second, the rate is 0.</summary>
    private const double Least = 0.001;

    private readonly Lock _gate = new();

    private double _rate;

    /// <summary>The weight of everything reported so far, 1 in the long run. Without it a young average, which began
    /// with nothing, would be too low.</summary>
    private double _weight;

    private long? _reported;

    /// <summary>Events a second now. A report holds for one time constant; then the rate decays by itself.</summary>
    internal double Value
    {
        get
        {
            lock (_gate)
            {
                if (_reported is not { } reported || _weight == 0) return 0;
                TimeSpan silent = clock.GetElapsedTime(reported) - TimeConstant;
                double rate = _rate / _weight * (silent > TimeSpan.Zero ? Weight(silent) : 1);
                return rate < Least ? 0 : rate;
            }
        }
    }

    /// <summary>Says how many events there were since the last report. The first one only starts the clock.</summary>
    internal void Report(long events)
    {
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            if (_reported is { } before)
            {
                TimeSpan elapsed = clock.GetElapsedTime(before, now);
                if (elapsed <= TimeSpan.Zero) return;
                double kept = Weight(elapsed);
                _rate = _rate * kept + events / elapsed.TotalSeconds * (1 - kept);
                _weight = _weight * kept + (1 - kept);
            }

            _reported = now;
        }
    }

    /// <summary>Forgets what was reported, after a gap that says nothing about the rate.</summary>
    internal void Reset()
    {
        lock (_gate) (_rate, _weight, _reported) = (0, 0, null);
    }

    private static double Weight(TimeSpan elapsed)
    {
        double x = elapsed / TimeConstant;
        // Between two blocks of a sync; what is left out of the series is less than 2e-10 of it, and a call saved.
        return x < 0.001 ? 1 - x + x * x / 2 : Math.Exp(-x);
    }
}
