using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alys.Repository.Tests.Rules;

public sealed class TestNameTests
{
    [Fact]
    public void Every_class_of_tests_ends_in_Tests_and_stands_in_a_test_project() => Finding.AssertNone(
        Checkout.CSharp.SelectMany(Find),
        "Name a class of tests after what it tests, ending in Tests, and put it under tests/.");

    [Theory]
    [InlineData("tests/X.Tests/A.cs", "class A { [Fact] public void F() { } }")]
    [InlineData("tests/X.Tests/A.cs", "class A { [Theory, InlineData(1)] public void F(int x) { } }")]
    [InlineData("src/X/ATests.cs", "class ATests { [Fact] public void F() { } }")]
    public void Another_name_or_place_is_found(string path, string text) =>
        Assert.Single(Find(new SourceFile(path, text)));

    [Fact]
    public void A_class_without_tests_may_have_any_name() =>
        Assert.Empty(Find(new SourceFile("tests/X.Tests/A.cs", "class A { public void F() { } }")));

    internal static IEnumerable<Finding> Find(SourceFile file) =>
        file.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>()
            .Where(type => type.Members.Any(member => member.HasAttribute("Fact", "Theory")))
            .Where(type => !type.Identifier.Text.EndsWith("Tests", StringComparison.Ordinal)
                || !file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .Select(type => file.At(type, $"class of tests {type.Identifier.Text}"));
}
