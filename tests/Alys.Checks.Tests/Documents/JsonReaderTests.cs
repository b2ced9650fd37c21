using Alys.Checks.Documents;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Documents;

public sealed class JsonReaderTests
{
    [Fact]
    public void All_kinds_of_values_are_read_as_their_text()
    {
        MapNode map = Map("""{"a": "x\ny", "b": -1.5e3, "c": true, "d": null, "e": [], "f": {}}""");
        Assert.Equal(("x\ny", "-1.5e3", "true", "null"), (map.Text("a"), map.Text("b"), map.Text("c"), map.Text("d")));
        Assert.Empty(map.List("e"));
        Assert.Empty(map.Map("f")!.Entries);
    }

    [Theory]
    [InlineData("""{"a": "up == 0"}""", "==", 11)]
    [InlineData("""{"a": "x{y=\"z\"} == 0"}""", "==", 19)]
    [InlineData("""{"a": "\u00e9\\\/ == 0"}""", "==", 19)]
    [InlineData("""{"a": "\ud83d\ude00 == 0"}""", "==", 21)]
    [InlineData("""{"é": "ü", "a": "😀 == 0"}""", "==", 21)]
    public void A_part_of_a_text_is_where_it_stands(string text, string part, int column) =>
        Assert.Equal((1, column, part), Given.Place(Map(text).Scalar("a")!, part));

    [Fact]
    public void Names_and_elements_have_their_places()
    {
        MapNode map = Map("{\r\n  \"é\" : [ {\"b\": 1} ]\r\n}");
        Assert.Equal("\"é\"", map.Entries[0].Key.Span.Of(map.File.Text));
        Assert.Equal("{\"b\": 1}", map.Maps("é").Single().Span.Of(map.File.Text));
        Assert.Equal("a.json:2:11", map.Maps("é").Single().Location.ToString());
    }

    [Theory]
    [InlineData("", "a.json:1:1")]
    [InlineData("  \n", "a.json:")]
    [InlineData("{\"a\": }", "a.json:1:7")]
    [InlineData("{\n  \"é\": x\n}", "a.json:2:8")]
    [InlineData("{\"a\": 1} x", "a.json:1:10")]
    [InlineData("{\"a\": 1,}", "a.json:1:9")]
    [InlineData("{\"a\": \"\t\"}", "a.json:1:8")]
    [InlineData("// no comment\n{}", "a.json:1:1")]
    [InlineData("{\"a\": \"", "a.json:1:")]
    [InlineData("{\"a\": \"\\ud800\"}", "a.json:1:1: this is no JSON: a text in it has half a character")]
    [InlineData("{\"a\": 1, \"a\": 2}", "a.json:1:10: a is there twice, and only one of them counts")]
    public void What_is_broken_is_said_with_its_place(string text, string said)
    {
        SourceFile file = new("a.json", text);
        Assert.Null(JsonReader.Read(file, out DocumentError? error));
        Assert.StartsWith(said, $"{file.At(error!.Span)}: {error.Message}", StringComparison.Ordinal);
        Assert.DoesNotContain("reader options", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        string text = new('[', 100_000);
        Assert.Null(JsonReader.Read(new SourceFile("a.json", text), out DocumentError? error));
        Assert.StartsWith("this is no JSON: ", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_that_is_not_escaped_shifts_no_place() =>
        Assert.Equal((1, 18, "=="), Given.Place(Map("{\"b\": \"\ud800\", \"a\": \"==\"}").Scalar("a")!, "=="));

    private static MapNode Map(string text)
    {
        DocumentNode? node = JsonReader.Read(new SourceFile("a.json", text), out DocumentError? error);
        Assert.Null(error);
        return Assert.IsType<MapNode>(node);
    }
}
