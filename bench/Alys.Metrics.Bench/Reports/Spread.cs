namespace Alys.Metrics.Bench.Reports;

/// <summary>Values that were measured again and again, in order.</summary>
internal sealed class Spread
{
    private readonly double[] _sorted;

    /// <param name="values">At least one.</param>
    public Spread(IEnumerable<double> values) => _sorted = [.. values.Order()];

    public int Count => _sorted.Length;

    public double Median => this[0.5];

    public double LowerQuartile => this[0.25];

    public double UpperQuartile => this[0.75];

    public double Least => _sorted[0];

    public double Most => _sorted[^1];

    /// <summary>The value below which a part of the others is.</summary>
    public double this[double part] => _sorted[(int)Math.Round(part * (_sorted.Length - 1))];
}
