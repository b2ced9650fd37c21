using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Tests.Documents;

public sealed class YamlReaderTests
{
    [Fact]
    public void Maps_lists_and_scalars_are_read_with_their_places()
    {
        MapNode map = Map("a:\n  - b: 1\n    c: {d: e}\nf: ''\n");
        MapNode item = Assert.Single(map.Maps("a"));
        Assert.Equal(("1", "e", ""), (item.Text("b"), item.Map("c")!.Text("d"), map.Text("f")));
        Assert.Equal("b: 1\n    c: {d: e}", item.Span.Of(item.File.Text));
        Assert.Equal("a.yml:2:5", item.Location.ToString());
    }

    [Fact]
    public void A_block_at_the_end_of_an_element_belongs_to_it_and_the_next_element_does_not()
    {
        MapNode map = Map("a:\n  - b: |\n      one\n      two\n\n  # about c\n  - c: 1\n");
        Assert.Equal("b: |\n      one\n      two", map.Maps("a").First().Span.Of(map.File.Text));
    }

    [Fact]
    public void An_alias_stands_for_its_anchor_and_ends_its_element_where_it_stands()
    {
        MapNode map = Map("a: &x\n  b: 1\nc:\n  - d: 2\n    e: *x\n");
        MapNode item = map.Maps("c").Single();
        Assert.Equal("1", item.Map("e")!.Text("b"));
        Assert.Equal("d: 2\n    e: *x", item.Span.Of(map.File.Text));
    }

    [Fact]
    public void What_is_merged_counts_for_less_than_what_is_there()
    {
        MapNode map = Map("a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\n").Map("c")!;
        Assert.Equal(("3", "1", "2"), (map.Text("x"), map.Text("y"), map.Text("z")));
        Assert.Equal(["x", "y", "z"], map.Entries.Select(entry => entry.Key.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# a comment\n")]
    [InlineData("---\n")]
    public void A_file_without_content_is_no_error(string text)
    {
        _ = YamlReader.Read(new SourceFile("a.yml", text), out DocumentError? error);
        Assert.Null(error);
    }

    [Theory]
    [InlineData("a: b: c", "a.yml:1:")]
    [InlineData("a: 1\n\tb: 2", "a.yml:1:4")]
    [InlineData("a: [1, 2\n", "a.yml:")]
    [InlineData("a: 'never ends\n", "a.yml:")]
    [InlineData("a: 1\n]", "a.yml:2:1")]
    [InlineData("a: *x", "a.yml:1:4: this is no YAML: there is no anchor &x before it")]
    [InlineData("a: &x [*x]", "a.yml:1:8: this is no YAML: there is no anchor &x before it")]
    [InlineData("a: 1\nb: 2\na: 3\n", "a.yml:3:1: this is no YAML: a is there twice")]
    [InlineData("a: \"\\ud800\"", "a.yml:1:4")]
    [InlineData("a: \u0000", "a.yml:1:4: this is no YAML: there is a NUL in it")]
    [InlineData(": [\ni", "a.yml:1:3: this is no YAML: what comes after here cannot be read")]
    [InlineData("? [a, b]\n: c", null)]
    public void What_is_broken_is_said_with_its_place(string text, string? said)
    {
        SourceFile file = new("a.yml", text);
        _ = YamlReader.Read(file, out DocumentError? error);
        string found = error is null ? "" : $"{file.At(error.Span)}: {error.Message}";
        if (said is null) Assert.Equal("", found);
        else Assert.StartsWith(said, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 5_000)]
    public void Deep_nesting_is_refused(string level, int count)
    {
        string text = string.Concat(Enumerable.Repeat(level, count));
        Assert.Null(YamlReader.Read(new SourceFile("a.yml", text), out DocumentError? error));
        Assert.Equal("this is no YAML: it is nested too deep", error?.Message);
    }

    [Fact]
    public void Deep_nesting_by_aliases_is_refused()
    {
        string deep = new string('[', 60) + "{0}" + new string(']', 60);
        string text = $"a: &a {deep.Replace("{0}", "1", StringComparison.Ordinal)}\n"
            + $"b: &b {deep.Replace("{0}", "*a", StringComparison.Ordinal)}\n";
        Assert.Null(YamlReader.Read(new SourceFile("a.yml", text), out DocumentError? error));
        Assert.Equal("this is no YAML: it is nested too deep", error?.Message);
    }

    [Fact]
    public void Few_lines_that_stand_for_billions_of_nodes_are_refused()
    {
        string text = "a0: &a0 x\n" + string.Concat(Enumerable.Range(1, 12).Select(i =>
            $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        Assert.Null(YamlReader.Read(new SourceFile("a.yml", text), out DocumentError? error));
        Assert.Equal("this is no YAML: with its aliases it is too large", error?.Message);
    }

    [Fact]
    public void So_is_what_is_too_large_by_itself()
    {
        string text = "[" + string.Join(',', Enumerable.Repeat('1', 1_000_001)) + "]";
        Assert.Null(YamlReader.Read(new SourceFile("a.yml", text), out DocumentError? error));
        Assert.Equal("this is no YAML: it is too large, and has to be split", error?.Message);
    }

    [Fact]
    public void A_file_may_have_several_documents()
    {
        SourceFile file = new("a.yml", "a: 1\n---\n- b\n---\nc\n");
        Assert.Equal(
            ["a: 1", "- b", "c"],
            YamlReader.ReadAll(file, out DocumentError? error).Select(document => document.Span.Of(file.Text).Trim()));
        Assert.Null(error);
        Assert.IsType<MapNode>(YamlReader.Read(file, out _));
    }

    [Fact]
    public void Of_several_documents_one_that_is_broken_is_said()
    {
        SourceFile file = new("a.yml", "a: 1\n---\nb: *c\n");
        Assert.Empty(YamlReader.ReadAll(file, out DocumentError? error));
        Assert.Equal("*c", error!.Span.Of(file.Text));
    }

    private static MapNode Map(string text)
    {
        DocumentNode? node = YamlReader.Read(new SourceFile("a.yml", text), out DocumentError? error);
        Assert.Null(error);
        return Assert.IsType<MapNode>(node);
    }
}
