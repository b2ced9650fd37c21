using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alys.Repository.Tests.Rules;

public sealed class SkipReasonTests
{
    [Fact]
    public void A_skipped_test_says_why() => Finding.AssertNone(
        Checkout.CSharp.SelectMany(Find),
        "Say in a sentence why the test is skipped and what makes it run.");

    [Theory]
    [InlineData("class A { [Fact(Skip = \"\")] void F() { } }")]
    [InlineData("class A { [Theory(Skip = \"broken\")] void F() { } }")]
    [InlineData("class A { void F() { Assert.Skip(\" \"); } }")]
    [InlineData("class A { void F() { Assert.SkipWhen(true, \"later\"); } }")]
    public void A_skip_without_a_sentence_is_found(string text) => Assert.Single(Find(new SourceFile("A.cs", text)));

    [Theory]
    [InlineData("class A { [Fact(Skip = \"needs a machine with two disks\")] void F() { } }")]
    [InlineData("class A { void F() { Assert.Skip(reason); } }")]
    [InlineData("class A { [Fact] void F() { list.Skip(1); } }")]
    public void A_sentence_or_a_reason_found_at_run_time_is_fine(string text) =>
        Assert.Empty(Find(new SourceFile("A.cs", text)));

    private static IEnumerable<Finding> Find(SourceFile file) =>
        Reasons(file.Syntax)
            .Where(reason => reason is LiteralExpressionSyntax literal && Words(literal.Token.ValueText) < 3)
            .Select(reason => file.At(reason, $"the reason {reason} is no sentence"));

    private static IEnumerable<ExpressionSyntax> Reasons(CompilationUnitSyntax file) =>
    [
        .. file.DescendantNodes().OfType<AttributeArgumentSyntax>()
            .Where(argument => argument.NameEquals?.Name.Identifier.Text == "Skip")
            .Select(argument => argument.Expression),
        .. file.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString() is "Assert.Skip" or "Assert.SkipWhen" or "Assert.SkipUnless")
            .Select(call => call.ArgumentList.Arguments[^1].Expression),
    ];

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
