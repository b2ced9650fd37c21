namespace Alys.Metrics.Node;

/// <summary>How long the node takes for a block. Goals: produce within 500 ms, validate within 50 ms.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class BlockMetrics
{
    private readonly Histogram _production;
    private readonly Histogram _validation;
    private readonly EnumFamily<Histogram, BlockStage> _productionStages;
    private readonly EnumFamily<Histogram, BlockStage> _validationStages;

    /// <summary>Makes the metrics.</summary>
    public BlockMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _production = registry.Histogram(
            "alys_block_production_duration_seconds",
            "Time to produce a block.",
            HistogramBounds.Of(0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30));
        _validation = registry.Histogram(
            "alys_block_validation_duration_seconds",
            "Time to validate a block.",
            HistogramBounds.Of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5));
        HistogramBounds stages = HistogramBounds.Of(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5);
        _productionStages = registry.HistogramFamily<BlockStage>(
            "alys_block_production_stage_duration_seconds", "Time of one part of producing a block.", "stage", stages);
        _validationStages = registry.HistogramFamily<BlockStage>(
            "alys_block_validation_stage_duration_seconds", "Time of one part of validating a block.", "stage", stages);
    }

    /// <summary>A block was produced.</summary>
    public void Produced(TimeSpan duration) => _production.Observe(duration);

    /// <summary>A part of producing a block is done.</summary>
    public void ProductionStage(BlockStage stage, TimeSpan duration) => _productionStages[stage].Observe(duration);

    /// <summary>A part of validating a block is done.</summary>
    public void ValidationStage(BlockStage stage, TimeSpan duration) => _validationStages[stage].Observe(duration);

    /// <summary>A block was validated.</summary>
    public void Validated(TimeSpan duration) => _validation.Observe(duration);
}
