namespace Alys.Metrics.Node;

/// <summary>v1 and v2 side by side: whether they agree.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class ComparisonMetrics
{
    private readonly EnumFamily<Counter, MigrationComparison, ComparisonResult> _comparisons;
    private readonly Gauge _heightDifference;
    private readonly Gauge _latencyRatio;
    private readonly TimeMark _last;

    /// <summary>Makes the metrics.</summary>
    public ComparisonMetrics(MetricRegistry registry, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _last = new TimeMark(clock);
        _comparisons = registry.CounterFamily<MigrationComparison, ComparisonResult>(
            "alys_migration_comparisons_total", "Comparisons of v1 and v2, by what was compared and the result.",
            "subject", "result");
        _heightDifference = registry.Gauge(
            "alys_migration_height_difference_blocks",
            "Height of v2 less that of v1; absent until both are known.", initial: null);
        _latencyRatio = registry.Gauge(
            "alys_migration_latency_ratio",
            "Time of v2 for the same work, as a part of that of v1; absent until both are known.", initial: null);
        registry.ObservableGauge(
            "alys_migration_last_comparison_age_seconds", "Time since v1 and v2 were compared; absent before.",
            _last.Age);
    }

    /// <summary>Something was compared.</summary>
    public void Compared(MigrationComparison subject, ComparisonResult result)
    {
        _comparisons[subject, result].Increment();
        _last.Set();
    }

    /// <summary>Says at which heights the two are.</summary>
    public void ReportHeights(long v1, long v2) => _heightDifference.Set(v2 - v1);

    /// <summary>Says how long the two took for the same work. Nothing is shown when v1 took no time.</summary>
    public void ReportLatencies(TimeSpan v1, TimeSpan v2)
    {
        if (v1 > TimeSpan.Zero) _latencyRatio.Set(v2 / v1);
    }

    /// <summary>Takes the gauges out of the exposition: one of the two is not there to be compared.</summary>
    public void Forget()
    {
        _heightDifference.Clear();
        _latencyRatio.Clear();
    }
}
