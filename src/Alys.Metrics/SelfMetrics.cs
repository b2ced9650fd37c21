using Alys.Metrics.Families;

namespace Alys.Metrics;

/// <summary>What a registry says of itself; the names start with <c>alys_metrics_</c>.</summary>
internal sealed class SelfMetrics
{
    private readonly ShownScrapes _shown;
    private readonly Counter _scrapes;
    private readonly Histogram _duration;
    private readonly Histogram _size;

    internal SelfMetrics(MetricRegistry registry, RegistryParts parts)
    {
        _shown = parts.Shown;
        EnumFamily<Counter, DropReason> drops = registry.CounterFamily<DropReason>(
            "alys_metrics_observations_dropped_total",
            "Observations that were not recorded: negative amounts, NaN, infinities, label numbers outside their enum.",
            "reason");
        parts.Dropped.Connect(drops.Children.All);
        registry.Computed(
            "alys_metrics_series",
            "Series that the registry has admitted, gauges that are absent now included.",
            () => parts.Budget.Used);
        registry.Computed(
            "alys_metrics_series_limit", "The most series that the registry admits.", () => parts.Budget.Limit);
        parts.Removed = registry.Counter(
            "alys_metrics_series_removed_total",
            "Children of open families that left the exposition: removed, or not written to for their time to live.");
        _scrapes = registry.Counter("alys_metrics_scrapes_total", "Scrapes that were written to their end.");
        _duration = registry.Histogram(
            "alys_metrics_scrape_duration_seconds",
            "Time from the start of a scrape to its last byte, the reader's pauses included.",
            HistogramBounds.Of(0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10));
        _size = registry.Histogram(
            "alys_metrics_scrape_size_bytes",
            "Size of a scrape before compression.",
            HistogramBounds.Of(1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20, 1 << 22, 1 << 24));
    }

    /// <summary>A scrape begins; what it returns goes to <see cref="Shown"/>.</summary>
    internal long Begin() => _shown.Begin();

    /// <summary>A scrape that showed every family was written to its end.</summary>
    internal void Shown(long began) => _shown.End(began);

    /// <summary>A scrape, of some families or all, was written to its end.</summary>
    internal void Scraped(TimeSpan duration, long bytes)
    {
        _scrapes.Increment();
        _duration.Observe(duration);
        _size.Observe(bytes);
    }
}
