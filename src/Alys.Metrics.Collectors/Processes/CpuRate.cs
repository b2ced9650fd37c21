namespace Alys.Metrics.Collectors.Processes;

/// <summary>Turns the processor time of a process into a share of one core, between two rounds.</summary>
internal sealed class CpuRate(TimeProvider clock)
{
    private double? _lastSeconds;
    private long _lastTime;

    /// <summary>Percent of one core since the call before (200: two cores busy); null the first time.</summary>
    public double? Percent(double cpuSeconds)
    {
        long now = clock.GetTimestamp();
        double elapsed = clock.GetElapsedTime(_lastTime, now).TotalSeconds;
        double? percent = _lastSeconds is { } last && elapsed > 0
            ? Math.Max(0, cpuSeconds - last) / elapsed * 100
            : null;
        _lastSeconds = cpuSeconds;
        _lastTime = now;
        return percent;
    }
}
