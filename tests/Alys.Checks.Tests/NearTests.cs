namespace Alys.Checks.Tests;

public sealed class NearTests
{
    [Theory]
    [InlineData("alys_peer_cont", "Is alys_peer_count meant?")]
    [InlineData("ab", "Is one of these meant: abc, abd, ac?")]
    [InlineData("something_else", "")]
    public void The_nearest_names_are_asked_for(string name, string sentence) =>
        Assert.Equal(sentence, Near.Sentence(name, ["alys_peer_count", "abd", "abc", "ac", "ad", "abc"]));
}
