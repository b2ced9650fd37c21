using System.Text.RegularExpressions;

namespace Alys.Repository.Tests.Rules;

public sealed partial class DocumentLinkTests
{
    [Fact]
    public void Every_relative_link_of_a_document_leads_somewhere() => Finding.AssertNone(
        Checkout.OfType(".md").SelectMany(file => FindLinks(file, Checkout.Has)),
        "Mend these links: the path is relative to the document.");

    [Fact]
    public void Every_path_in_a_table_of_a_document_is_there() => Finding.AssertNone(
        Checkout.OfType(".md").SelectMany(file => FindTablePaths(file, Checkout.Has)),
        "Mend these tables: the path starts at the root of the repository.");

    [Fact]
    public void The_README_has_a_table_of_where_things_are() =>
        Assert.True(Checkout.File("README.md").Lines.Sum(line => TablePaths(line).Count()) >= 10);

    [Theory]
    [InlineData("docs/A.md", "see [b](gone.md)", "docs/gone.md")]
    [InlineData("docs/A.md", "see [b](../gone/b.md#part)", "gone/b.md")]
    [InlineData("A.md", "see ![b](docs/gone.png \"a picture\")", "docs/gone.png")]
    public void A_dead_link_is_found(string path, string text, string target) => Assert.Contains(
        target, Assert.Single(FindLinks(new SourceFile(path, text), _ => false)).What, StringComparison.Ordinal);

    [Fact]
    public void An_address_a_part_of_the_same_page_and_a_live_link_are_fine() => Assert.Empty(FindLinks(
        new SourceFile("docs/A.md", "[a](https://example.org) [b](#part) [c](../B.md)"), path => path == "B.md"));

    [Fact]
    public void A_dead_path_in_a_table_is_found() => Assert.Equal(
        [2],
        FindTablePaths(new SourceFile("A.md", "`src/Gone` in a text\n| x | `src/Gone` |"), _ => false)
            .Select(finding => finding.Line));

    [Theory]
    [InlineData("| x | `src/X/<Name>.cs` |")]
    [InlineData("| x | `alys_src/seconds` |")]
    [InlineData("| x | `*Options.cs` |")]
    public void Patterns_and_other_words_in_a_table_are_no_paths(string text) =>
        Assert.Empty(FindTablePaths(new SourceFile("A.md", text), _ => false));

    private static IEnumerable<Finding> FindLinks(SourceFile file, Func<string, bool> exists) =>
        from line in file.Lines.Index()
        from Match link in Link().Matches(line.Item)
        let path = FromRoot(file, link.Groups["path"].Value)
        where !exists(path)
        select file.At(line.Index + 1, $"no {path}");

    private static IEnumerable<Finding> FindTablePaths(SourceFile file, Func<string, bool> exists) =>
        from line in file.Lines.Index()
        from path in TablePaths(line.Item)
        where !exists(path)
        select file.At(line.Index + 1, $"no {path}");

    private static IEnumerable<string> TablePaths(string line) =>
        line.StartsWith('|') ? TablePath().Matches(line).Select(match => match.Groups["path"].Value) : [];

    private static string FromRoot(SourceFile file, string path) =>
        Path.GetRelativePath(Checkout.Root, Path.GetFullPath(Path.Combine(Checkout.Root, file.Folder, path)))
            .Replace('\\', '/');

    // The target of [text](target "title"), without a fragment; neither an address nor a fragment alone.
    [GeneratedRegex(@"\]\((?!\w+:|#)(?<path>[^)\s#]+)[^)]*\)")]
    private static partial Regex Link();

    // A path in backquotes that begins with a folder of this repository.
    [GeneratedRegex(@"`(?<path>(src|tests|bench|docs|monitoring|samples|\.ci)/[\w./-]+)`")]
    private static partial Regex TablePath();
}
