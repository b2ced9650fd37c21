using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alys.Repository.Tests.Rules;

public sealed class FunctionLengthTests
{
    private const int MaxLines = 70;

    [Fact]
    public void No_function_is_longer_than_70_lines() => Finding.AssertNone(
        Checkout.CSharp.SelectMany(Find),
        $"Take a named step out of each of these functions: {MaxLines} lines at most, 30 as a rule.");

    [Theory]
    [InlineData("class A { void F() {", "} }")]
    [InlineData("class A { A() {", "} }")]
    [InlineData("class A { int P { get {", "} } }")]
    [InlineData("class A { void F() { void G() {", "} } }")]
    [InlineData("class A { Action F = () => {", "}; }")]
    [InlineData("Run(); {", "}")]
    public void A_function_of_71_lines_is_found(string before, string after) =>
        Assert.NotEmpty(Find(new SourceFile("A.cs", before + new string('\n', 70) + after)));

    [Fact]
    public void A_function_of_70_lines_is_fine_however_long_its_documentation_is()
    {
        string comment = string.Concat(Enumerable.Repeat("/// <summary>x</summary>\n", 20));
        string function = "void F() {" + new string('\n', 69) + "}";
        Assert.Empty(Find(new SourceFile("A.cs", $"class A {{\n{comment}{function}\n}}")));
    }

    private static IEnumerable<Finding> Find(SourceFile file)
    {
        IEnumerable<SyntaxNode> functions = file.Syntax.DescendantNodes().Where(node => node
            is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax
            { ExpressionBody: not null } or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        foreach (SyntaxNode function in functions)
        {
            if (LinesOf(function) is var lines and > MaxLines)
                yield return file.At(function, $"{lines} lines");
        }

        GlobalStatementSyntax[] script = [.. file.Syntax.Members.OfType<GlobalStatementSyntax>()];
        if (script.Length > 0 && script.Sum(LinesOf) is var total and > MaxLines)
            yield return file.At(script[0], $"{total} lines of top-level statements");
    }

    private static int LinesOf(SyntaxNode node)
    {
        FileLinePositionSpan span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
