using Alys.Monitor.Gates;

namespace Alys.Monitor.Tests.Gates;

public sealed class GateConditionTests
{
    [Theory]
    [InlineData(GateComparison.AtMost, 3, GateVerdict.Proceed)]
    [InlineData(GateComparison.AtMost, 3.1, GateVerdict.Hold)]
    [InlineData(GateComparison.AtLeast, 3, GateVerdict.Proceed)]
    [InlineData(GateComparison.AtLeast, 2.9, GateVerdict.Hold)]
    [InlineData(GateComparison.Equals, 3, GateVerdict.Proceed)]
    [InlineData(GateComparison.Equals, 2, GateVerdict.Hold)]
    [InlineData(GateComparison.AtMost, double.PositiveInfinity, GateVerdict.Hold)]
    internal void A_value_is_held_against_the_threshold(GateComparison comparison, double value, GateVerdict verdict) =>
        Assert.Equal(verdict, Of(comparison).Judge(value));

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    public void Nothing_to_judge_by_never_passes(double? value) => Assert.All(
        Enum.GetValues<GateComparison>(),
        comparison => Assert.Equal(GateVerdict.CannotTell, Of(comparison).Judge(value)));

    [Fact]
    public void Data_that_is_too_old_says_nothing_instead_of_something_bad() =>
        Assert.Equal(GateVerdict.CannotTell, (Of(GateComparison.AtMost) with { TooFar = true }).Judge(4));

    [Theory]
    [InlineData(GateComparison.AtMost, "<= 3")]
    [InlineData(GateComparison.AtLeast, ">= 3")]
    [InlineData(GateComparison.Equals, "= 3")]
    internal void The_limit_is_written_with_its_comparison(GateComparison comparison, string text) =>
        Assert.Equal(text, Of(comparison).Limit());

    private static GateCondition Of(GateComparison comparison) => new("a", "b", "c", comparison, 3, "");
}
