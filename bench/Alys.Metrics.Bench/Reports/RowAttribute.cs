namespace Alys.Metrics.Bench.Reports;

/// <summary>Makes a class of benchmarks, with a method a library, one row of the table.</summary>
/// <param name="what">What is measured.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RowAttribute(string what) : Attribute
{
    public string What { get; } = what;

    /// <summary>Where the row stands in the table.</summary>
    public int Order { get; init; }

    /// <summary>Threads that work at once: what they allocate is divided by them.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The goal: how many times as long prometheus-net takes at least; 0: none.</summary>
    public double PrometheusNet { get; init; }

    /// <summary>The goal: how many times as long OpenTelemetry takes at least; 0: none.</summary>
    public double OpenTelemetry { get; init; }

    /// <summary>The goal: no dearer than this other row, by a fifth at most for what a measurement varies.</summary>
    public Type? AsCheapAs { get; init; }
}
