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

    [Fact]
    public void What_a_check_says_in_its_page_may_be_wide_and_the_page_itself_not()
    {
        string wide = new('x', 121);
        SourceFile page = new(
            "docs/checks/a/b.md", $"{wide}\n```text\n{wide}\n```\n```yaml rules/a.yml\n{wide}\n```\n");
        Assert.Equal([1, 6], Find(page).Select(finding => finding.Line));
        Assert.Equal(3, Find(new SourceFile("docs/a.md", page.Text)).Count());
    }

    private static IEnumerable<Finding> Find(SourceFile file)
    {
        HashSet<int> output = file.Path.StartsWith("docs/checks/", StringComparison.Ordinal) ? [.. Output(file)] : [];
        return file.Lines.Index()
            .Where(line => line.Item.Length > Columns && !(file.Ending == ".md" && MayBeWide(line.Item))
                && !output.Contains(line.Index))
            .Select(line => file.At(line.Index + 1, $"{line.Item.Length} columns"));
    }

    // A page of a check shows its words as they are printed.
    private static IEnumerable<int> Output(SourceFile file)
    {
        bool isOutput = false;
        foreach ((int index, string line) in file.Lines.Index())
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isOutput = line == "```text";
            if (isOutput) yield return index;
        }
    }

    private static bool MayBeWide(string line) =>
        line.TrimStart().StartsWith('|') || line.Contains("](", StringComparison.Ordinal)
        || line.Contains("://", StringComparison.Ordinal);
}
