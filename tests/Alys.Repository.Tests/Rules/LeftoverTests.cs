using System.Text.RegularExpressions;

namespace Alys.Repository.Tests.Rules;

public sealed partial class LeftoverTests
{
    [Fact]
    public void No_file_holds_a_note_to_finish_it_later() => Finding.AssertNone(
        Checkout.Files.SelectMany(Find),
        "Finish what these notes ask for, or open an issue and delete them.");

    [Theory]
    [InlineData("TO", "DO")]
    [InlineData("HA", "CK")]
    [InlineData("FIX", "ME")]
    [InlineData("X", "XX")]
    public void A_note_is_found(string start, string end) =>
        Assert.Equal([2], Find(new SourceFile("A.cs", $"x\n// {start}{end}: later")).Select(f => f.Line));

    [Fact]
    public void A_word_that_holds_such_letters_is_fine() =>
        Assert.Empty(Find(new SourceFile("A.md", "HACKING mastodon XXXL")));

    private static IEnumerable<Finding> Find(SourceFile file) =>
        file.AtLines(Note().IsMatch, "a note to finish it later");

    // Written so that this file does not match itself.
    [GeneratedRegex(@"\b(T[O]DO|H[A]CK|F[I]XME|X[X]X)\b")]
    private static partial Regex Note();
}
