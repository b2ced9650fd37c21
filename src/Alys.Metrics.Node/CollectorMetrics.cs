namespace Alys.Metrics.Node;

/// <summary>How the collectors do: a source that cannot be read must be seen, not guessed from gaps.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class CollectorMetrics
{
    /// <summary>Collectors are named in code; more than this is a mistake.</summary>
    private const int MostCollectors = 50;

    private static readonly TextFamilyOptions Few = new() { Limit = MostCollectors };

    private static readonly TextFamilyOptions FewByReason =
        new() { Limit = MostCollectors * Enum.GetValues<CollectorFailure>().Length };

    /// <summary>Makes the metrics; each collector's exist from <see cref="For"/> on.</summary>
    public CollectorMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        Up = registry.TextGaugeFamily(
            "alys_collector_up", "1 when the last round of the collector succeeded, else 0.", Few, "collector");
        Duration = registry.TextHistogramFamily(
            "alys_collector_duration_seconds",
            "Time a round of the collector took, failed ones included.",
            HistogramBounds.Of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10),
            Few,
            "collector");
        Failures = registry.TextCounterFamily(
            "alys_collector_failures_total", "Failed rounds, and failed parts of rounds, by reason.", FewByReason,
            "collector", "reason");
        LastSuccess = registry.TextGaugeFamily(
            "alys_collector_last_success_timestamp_seconds", "When the last successful round ended.", Few, "collector");
    }

    internal TextFamily<Gauge> Up { get; }

    internal TextFamily<Histogram> Duration { get; }

    internal TextFamily<Counter> Failures { get; }

    internal TextFamily<Gauge> LastSuccess { get; }

    /// <summary>The metrics of one collector. Every reason exists at 0, and up is 0, until a round says
    /// otherwise.</summary>
    /// <param name="collector">Its name: the label <c>collector</c>.</param>
    public CollectorHandle For(string collector) => new(this, collector);
}
