namespace Alys.Checks.Catalogs;

/// <summary>Between which numbers values are.</summary>
/// <param name="Low">None is lower.</param>
/// <param name="High">None is higher.</param>
internal readonly record struct ValueRange(double Low, double High)
{
    /// <summary>Nothing is known.</summary>
    public static ValueRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>What is counted or measured from 0 on.</summary>
    public static ValueRange NotNegative { get; } = new(0, double.PositiveInfinity);

    /// <summary>The range of values that are in one of two ranges.</summary>
    public ValueRange Or(ValueRange other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>The range of sums.</summary>
    public ValueRange Plus(ValueRange other) => new(Low + other.Low, High + other.High);

    /// <summary>The range with the other sign.</summary>
    public ValueRange Negated() => new(-High, -Low);

    /// <summary>The range of the sum of any number of values.</summary>
    public ValueRange Summed() => new(
        Low >= 0 ? Low : double.NegativeInfinity, High <= 0 ? High : double.PositiveInfinity);
}
