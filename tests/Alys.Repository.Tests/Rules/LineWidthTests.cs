namespace Alys.Repository.Tests.Rules;

public sealed class LineWidthTests
{
    private const int Columns = 120;

    [Fact]
    public void No_line_is_wider_than_120_columns() => Finding.AssertNone(
        Checkout.OfType(".cs", ".md", ".yml", ".yaml", ".sh", "").SelectMany(Find),
        $"Break these lines: {Columns} columns at most, tables and links in documents aside.");

    [Fact]
    public void A_line_of_121_columns_is_found() =>
        Assert.Equal([2], Find(new SourceFile("A.cs", $"// x\n{new string('x', 121)}\n")).Select(f => f.Line));

    [Fact]
    public void A_line_of_120_columns_is_fine() =>
        Assert.Empty(Find(new SourceFile("A.cs", new string('x', 120) + "\n")));

    [Fact]
    public void A_table_or_a_link_in_a_document_may_be_wide()
    {
        string wide = new('x', 121);
        Assert.Empty(Find(new SourceFile("A.md", $"| {wide} |\nSee [this](https://example.org/{wide})\n")));
        Assert.Single(Find(new SourceFile("A.md", wide)));
    }

    private static IEnumerable<Finding> Find(SourceFile file) =>
        file.Lines.Index()
            .Where(line => line.Item.Length > Columns && !(file.Ending == ".md" && MayBeWide(line.Item)))
            .Select(line => file.At(line.Index + 1, $"{line.Item.Length} columns"));

    private static bool MayBeWide(string line) =>
        line.TrimStart().StartsWith('|') || line.Contains("](", StringComparison.Ordinal)
        || line.Contains("://", StringComparison.Ordinal);
}
