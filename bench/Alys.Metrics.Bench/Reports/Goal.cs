namespace Alys.Metrics.Bench.Reports;

/// <summary>What a row is to reach, and what it did.</summary>
/// <param name="Text">The goal as the table shows it, such as "8 × prometheus-net".</param>
/// <param name="Measured">NaN when it was not measured.</param>
/// <param name="Bound">The number to reach or to stay below.</param>
/// <param name="AtLeast">Whether more is better.</param>
/// <param name="Format">Writes a number that misses.</param>
internal sealed record Goal(string Text, double Measured, double Bound, bool AtLeast, Func<double, string> Format)
{
    public bool Met => AtLeast ? Measured >= Bound : Measured <= Bound;

    /// <summary>"yes", or by how much it is missed.</summary>
    public string Verdict => double.IsNaN(Measured) ? "not measured" : Met ? "yes" : $"no: {Format(Measured)}";

    /// <summary>The peer takes at least so many times as long as ours.</summary>
    public static Goal Slower(string peer, double? theirs, double? ours, double times) =>
        new($"{Quantity.Times(times)} {peer}", Ratio(theirs, ours), times, true, Quantity.Times);

    /// <summary>Ours takes at most so many times as long as something else.</summary>
    public static Goal AtMostTimes(string than, double? ours, double? other, double times) =>
        new($"≤ {Quantity.Times(times)} {than}", Ratio(ours, other), times, false, Quantity.Times);

    /// <summary>Ours takes no more than so many bytes.</summary>
    public static Goal AtMostBytes(double? measured, double bound) =>
        new($"≤ {Quantity.Bytes(bound)}", measured ?? double.NaN, bound, false, Quantity.Bytes);

    private static double Ratio(double? one, double? other) => one / other ?? double.NaN;
}
