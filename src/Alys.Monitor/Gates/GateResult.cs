namespace Alys.Monitor.Gates;

/// <summary>A condition with what Prometheus said of it.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Value">The value; null: there was none.</param>
/// <param name="Note">More of it, such as which alerts fire; empty: nothing.</param>
internal sealed record GateResult(GateCondition Condition, double? Value, string Note)
{
    /// <summary>What follows from it.</summary>
    public GateVerdict Verdict => Condition.Judge(Value);

    /// <summary>What follows from all: to hold when one of them is broken, and to proceed when all hold.</summary>
    public static GateVerdict Of(IEnumerable<GateResult> results) => results.Max(result => result.Verdict);
}
