using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alys.Repository.Tests.Rules;

public sealed class SourceTestParityTests
{
    private static readonly string[] NoBehaviour = ["Options", "Exception", "Attribute"];

    [Fact]
    public void Every_source_with_behaviour_has_its_test_file() => Finding.AssertNone(
        Checkout.CSharp.Where(IsSource)
            .SelectMany(file => Find(file, Checkout.Has, ParityExceptions.All)),
        "Write the missing test, or name the source in ParityExceptions with the place that tests it.");

    [Fact]
    public void Every_exception_is_still_one() => Finding.AssertNone(
        ParityExceptions.All.SelectMany(exception => FindStale(exception, Checkout.Files, Checkout.Has)),
        "Put these right in ParityExceptions, or take them out.");

    [Theory]
    [InlineData("public class A { public int F() => 1; }")]
    [InlineData("internal static class A { internal static void F() { } }")]
    [InlineData("public struct A { public int P { get { return 1; } } }")]
    [InlineData("public record A(int X) { public int Double => X * 2; }")]
    [InlineData("class A { public A(int x) { if (x < 0) throw new Exception(); } }")]
    [InlineData("class A { int this[int i] => i; }")]
    public void Behaviour_without_a_test_is_found(string text)
    {
        Finding found = Assert.Single(Find(new SourceFile("src/X/P/A.cs", text), _ => false, []));
        Assert.Contains("tests/X.Tests/P/ATests.cs", found.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A.cs", "public enum A { One }")]
    [InlineData("A.cs", "public interface A { int F() => 1; }")]
    [InlineData("A.cs", "public sealed record A(int X, int Y);")]
    [InlineData("A.cs", "public sealed record A { public required int X { get; init; } }")]
    [InlineData("A.cs", "public class A { public int X { get; } public A(int x) => X = x; }")]
    [InlineData("A.cs", "public class A { public int X { get; } public A(int x) { X = x; } }")]
    [InlineData("A.cs", "public delegate int A(int x);")]
    [InlineData("A.cs", "static class A { public const int X = 1; }")]
    [InlineData("AOptions.cs", "public class AOptions { public void Validate() { } }")]
    [InlineData("AException.cs", "public class AException : Exception { public AException() { Do(); } }")]
    [InlineData("AAttribute.cs", "public class AAttribute : Attribute { public int F() => 1; }")]
    [InlineData("Program.cs", "Do(); class A { int F() => 1; }")]
    public void Data_needs_no_test(string name, string text) =>
        Assert.Empty(Find(new SourceFile($"src/X/{name}", text), _ => false, []));

    [Fact]
    public void A_test_at_the_same_path_satisfies()
    {
        var part = new SourceFile("src/X/P/A.Text.cs", "partial class A { int F() => 1; }");
        Assert.Empty(Find(part, path => path == "tests/X.Tests/P/ATests.cs", []));
    }

    [Fact]
    public void An_exception_satisfies() => Assert.Empty(Find(
        new SourceFile("src/X/A.cs", "class A { int F() => 1; }"),
        _ => false,
        [new ParityException("src/X/A.cs", "tests/X.Tests/BTests.cs", "B uses all of it")]));

    [Theory]
    [InlineData("src/X/A.cs", "tests/X.Tests/BTests.cs", null)]
    [InlineData("src/X/A.cs", "tests/X.Tests/GoneTests.cs", "no tests/X.Tests/GoneTests.cs")]
    [InlineData("src/X/B.cs", "tests/X.Tests/BTests.cs", "has its test, tests/X.Tests/BTests.cs")]
    [InlineData("src/X/C.cs", "tests/X.Tests/BTests.cs", "has no behaviour to test")]
    [InlineData("src/X/Gone.cs", "tests/X.Tests/BTests.cs", "is gone")]
    public void A_stale_exception_is_found(string source, string test, string? what)
    {
        SourceFile[] files =
        [
            new("src/X/A.cs", "class A { int F() => 1; }"),
            new("src/X/B.cs", "class B { int F() => 1; }"),
            new("src/X/C.cs", "enum C { One }"),
        ];
        IEnumerable<Finding> found =
            FindStale(new ParityException(source, test, "B uses it"), files, path => path == "tests/X.Tests/BTests.cs");
        Assert.Equal(what, found.SingleOrDefault()?.What);
    }

    internal static IEnumerable<Finding> Find(
        SourceFile file, Func<string, bool> exists, IReadOnlyList<ParityException> exceptions)
    {
        bool isFine = !HasBehaviour(file) || exists(TestOf(file)) || IsCheck(file)
            || exceptions.Any(exception => exception.Source == file.Path);
        return isFine ? [] : [file.At(1, $"no {TestOf(file)}")];
    }

    private static IEnumerable<Finding> FindStale(
        ParityException exception, IEnumerable<SourceFile> files, Func<string, bool> exists)
    {
        SourceFile? file = files.FirstOrDefault(candidate => candidate.Path == exception.Source);
        string? stale = file is null ? "is gone"
            : !HasBehaviour(file) ? "has no behaviour to test"
            : exists(TestOf(file)) ? $"has its test, {TestOf(file)}"
            : !exists(exception.Test) ? $"no {exception.Test}"
            : null;
        return stale is null ? [] : [new Finding(exception.Source, 1, stale)];
    }

    // A check is tested by the cases in its page, and a test there holds that each has one.
    private static bool IsCheck(SourceFile file) =>
        file.Path.StartsWith("src/Alys.Checks/", StringComparison.Ordinal)
        && file.Subject.EndsWith("Check", StringComparison.Ordinal);

    private static bool IsSource(SourceFile file) => file.Path.StartsWith("src/", StringComparison.Ordinal);

    // src/X/P/A.cs and src/X/P/A.Part.cs: tests/X.Tests/P/ATests.cs
    private static string TestOf(SourceFile file)
    {
        string[] folders = file.Folder.Split('/');
        return string.Join('/', ["tests", $"{folders[1]}.Tests", .. folders.Skip(2), $"{file.Subject}Tests.cs"]);
    }

    private static bool HasBehaviour(SourceFile file) =>
        file.Name != "Program.cs" && file.Syntax.TopLevel().OfType<TypeDeclarationSyntax>()
            .Where(type => type is not InterfaceDeclarationSyntax)
            .Where(type => !NoBehaviour.Any(end => type.Identifier.Text.EndsWith(end, StringComparison.Ordinal)))
            .Any(type => type.DescendantNodes().Any(IsBody));

    private static bool IsBody(SyntaxNode node) => node switch
    {
        ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax } arrow => !IsAssignment(arrow.Expression),
        ArrowExpressionClauseSyntax => true,
        BlockSyntax { Parent: AccessorDeclarationSyntax } => true,
        // A constructor that only keeps what it is given is data.
        BlockSyntax { Parent: ConstructorDeclarationSyntax } block => !block.Statements.All(statement =>
            statement is ExpressionStatementSyntax { Expression: var expression } && IsAssignment(expression)),
        BlockSyntax { Parent: BaseMethodDeclarationSyntax } => true,
        _ => false,
    };

    private static bool IsAssignment(ExpressionSyntax expression) =>
        expression is AssignmentExpressionSyntax { Right: IdentifierNameSyntax };
}
