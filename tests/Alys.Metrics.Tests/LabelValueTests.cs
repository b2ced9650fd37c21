namespace Alys.Metrics.Tests;

public sealed class LabelValueTests
{
    private const StringComparison Compared = StringComparison.Ordinal;

    private enum Plain
    {
        ActorCore,
        [LabelValue("1m")]
        One,
    }

    private enum Gap
    {
        First = 1,
    }

    private enum Twice
    {
        One,
        [LabelValue("one")]
        Uno,
    }

    private enum Small : byte
    {
        First,
        Second,
    }

    [Fact]
    public void A_member_is_its_name_in_snake_case_or_the_word_it_is_given()
    {
        Assert.Equal("actor_core", LabelValue.Of(Plain.ActorCore));
        Assert.Equal("1m", LabelValue.Of(Plain.One));
        Assert.Equal("second", LabelValue.Of(Small.Second));
        Assert.Equal("other", LabelValue.Of((Plain)7));
    }

    [Fact]
    public void Members_must_be_numbered_without_gaps_and_differ()
    {
        Assert.Contains("numbered", Assert.Throws<ArgumentException>(LabelValue.All<Gap>).Message, Compared);
        Assert.Contains("'one'", Assert.Throws<ArgumentException>(LabelValue.All<Twice>).Message, Compared);
    }
}
