using Alys.Metrics.Cells;

namespace Alys.Metrics.Families;

/// <summary>What the families of one registry share.</summary>
internal sealed class RegistryParts(MetricRegistryOptions options)
{
    internal SeriesBudget Budget { get; } = new(options.SeriesLimit);

    internal CellAllocator Cells { get; } = new();

    internal DroppedObservations Dropped { get; } = new();

    internal ShownScrapes Shown { get; } = new(options.Clock);

    /// <summary>Counts the children that left the exposition; null until it is made.</summary>
    internal Counter? Removed { get; set; }

    /// <summary>What a new child says of when it began; null: nothing.</summary>
    internal DateTimeOffset? CreatedAt() => options.CreatedSamples ? options.Clock.GetUtcNow() : null;

    /// <summary>Takes cells; none for an instrument that has none.</summary>
    internal CellRange Take(int count) => count == 0 ? default : Cells.Take(count);
}
