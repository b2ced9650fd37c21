namespace Alys.Metrics.Bench.Reports;

/// <summary>What one library needed for one row.</summary>
/// <param name="Value">In the row's unit: nanoseconds or bytes.</param>
/// <param name="Allocated">Bytes that it allocated; null: does not apply.</param>
internal readonly record struct Measure(double Value, double? Allocated = null);
