using Alys.Monitor.Gates;

namespace Alys.Monitor.Tests.Gates;

public sealed class GateResultTests
{
    [Fact]
    public void All_conditions_must_hold() => Assert.Equal(GateVerdict.Proceed, GateResult.Of([Of(0), Of(0)]));

    [Fact]
    public void What_is_broken_outweighs_what_is_missing()
    {
        Assert.Equal(GateVerdict.CannotTell, GateResult.Of([Of(0), Of(null)]));
        Assert.Equal(GateVerdict.Hold, GateResult.Of([Of(0), Of(1), Of(null)]));
    }

    private static GateResult Of(double? value) =>
        new(new GateCondition("a", "b", "c", GateComparison.AtMost, 0, ""), value, "");
}
