namespace Alys.Metrics.Node;

/// <summary>A moment, and how long it is ago when somebody asks. Threads: any; one that marks.</summary>
internal sealed class TimeMark(TimeProvider clock)
{
    /// <summary>Seconds since the epoch; NaN: there is none.</summary>
    private double _seconds = double.NaN;

    /// <summary>Now.</summary>
    internal void Set() => Set(clock.GetUtcNow());

    /// <summary>A moment; null: none.</summary>
    internal void Set(DateTimeOffset? moment) => Volatile.Write(
        ref _seconds, moment is { } time ? time.ToUnixTimeMilliseconds() / 1000.0 : double.NaN);

    /// <summary>Seconds since then, 0 for a moment in the future; null: there is none.</summary>
    internal double? Age()
    {
        double seconds = Volatile.Read(ref _seconds);
        if (double.IsNaN(seconds)) return null;
        return Math.Max(0, clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0 - seconds);
    }

    /// <summary>The same, and 0 when there is none: nothing waits.</summary>
    internal double? AgeOrNone() => Age() ?? 0;
}
