using System.Globalization;

namespace Alys.Monitor.Gates;

/// <summary>One thing that must hold before the migration goes on.</summary>
/// <param name="Name">A word for it.</param>
/// <param name="Meaning">What the value is, as the table says it.</param>
/// <param name="Query">PromQL with one sample when there is something to judge by, and with none when there is
/// not.</param>
/// <param name="Comparison">How value and threshold are compared.</param>
/// <param name="Threshold">The threshold.</param>
/// <param name="Missing">Why there may be no sample, and what to do.</param>
/// <param name="TooFar">Whether a value that breaks the condition only says that nothing can be known.</param>
internal sealed record GateCondition(
    string Name,
    string Meaning,
    string Query,
    GateComparison Comparison,
    double Threshold,
    string Missing,
    bool TooFar = false)
{
    /// <summary>Judges a value; null: there was no sample.</summary>
    public GateVerdict Judge(double? value) => value switch
    {
        // NaN is what 0 / 0 gives: nothing happened that could be judged.
        null or double.NaN => GateVerdict.CannotTell,
        _ when Holds(value.Value) => GateVerdict.Proceed,
        _ => TooFar ? GateVerdict.CannotTell : GateVerdict.Hold,
    };

    /// <summary>The threshold with its comparison, such as <c>&lt;= 3</c>.</summary>
    public string Limit() => Comparison switch
    {
        GateComparison.AtMost => "<= ",
        GateComparison.AtLeast => ">= ",
        _ => "= ",
    } + Number(Threshold);

    /// <summary>A number as the table shows it: three digits after the point at most.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private bool Holds(double value) => Comparison switch
    {
        GateComparison.AtMost => value <= Threshold,
        GateComparison.AtLeast => value >= Threshold,
        _ => value == Threshold,
    };
}
