using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alys.Repository.Tests.Rules;

public sealed class NamespaceTests
{
    [Fact]
    public void The_namespace_of_a_file_is_its_folder() => Finding.AssertNone(
        Checkout.CSharp.SelectMany(Find),
        "Folder and namespace are one: move the file or change its namespace.");

    [Theory]
    [InlineData("src/Alys.X/A.cs", "namespace Alys.Y; class A;", "Alys.X")]
    [InlineData("src/Alys.X/Cells/A.cs", "namespace Alys.X; class A;", "Alys.X.Cells")]
    [InlineData("tests/Alys.X.Tests/Cells/ATests.cs", "class A;", "Alys.X.Tests.Cells")]
    public void Another_namespace_is_found(string path, string text, string expected) =>
        Assert.Contains(expected, Assert.Single(Find(new SourceFile(path, text))).What, StringComparison.Ordinal);

    [Fact]
    public void A_file_without_a_type_needs_no_namespace() =>
        Assert.Empty(Find(new SourceFile("src/Alys.X/Program.cs", "return 0;")));

    private static IEnumerable<Finding> Find(SourceFile file)
    {
        if (!file.Syntax.TopLevel().Any())
            return [];
        // src/<project>/<folder>/<folder>/File.cs
        string expected = string.Join('.', file.Folder.Split('/').Skip(1));
        BaseNamespaceDeclarationSyntax? declared =
            file.Syntax.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        string actual = declared?.Name.ToString() ?? "";
        return actual == expected ? [] : [file.At(1, $"namespace {expected} is expected, found '{actual}'")];
    }
}
