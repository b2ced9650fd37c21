using Alys.Checks.Documents;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Documents;

/// <summary>Whichever way an expression is written, a part of it is found at its line and column.</summary>
public sealed class ScalarPlacesTests
{
    [Theory]
    [InlineData("plain", "a: up == 0")]
    [InlineData("plain, in two lines", "a: up\n  == 0")]
    [InlineData("plain, with a blank line", "a: up\n\n  == 0")]
    [InlineData("single quotes", "a: 'up == 0'")]
    [InlineData("a quote in single quotes", "a: 'x{y=''z''} == 0'")]
    [InlineData("single quotes, in two lines", "a: 'up  \n   == 0'")]
    [InlineData("double quotes", "a: \"up == 0\"")]
    [InlineData("escapes", "a: \"x{y=\\\"\\x41\\u0042\\\"} == 0\"")]
    [InlineData("an escape for two halves", "a: \"x{y='\\U0001F600'} == 0\"")]
    [InlineData("double quotes, in two lines", "a: \"up\n    == 0\"")]
    [InlineData("a hidden line end", "a: \"up \\\n    == 0\"")]
    [InlineData("literal", "a: |\n  up\n    == 0\n")]
    [InlineData("literal, first lines blank", "a: |\n\n\n  up\n  == 0\n")]
    [InlineData("literal, with a comment", "a: | # why\n  up\n  == 0")]
    [InlineData("literal, without the last end", "a: |-\n  up\n\n  == 0\n\nb: 1")]
    [InlineData("literal, with its own indentation", "a: |2\n    up\n  == 0\n")]
    [InlineData("folded", "a: >\n  up\n  == 0\n")]
    [InlineData("folded, with a blank line", "a: >-\n  up\n\n\n  == 0\n")]
    [InlineData("folded, with deeper lines", "a: >\n  sum(\n    up\n  )\n  == 0\n")]
    [InlineData("with an anchor", "a: &x 'up == 0'")]
    [InlineData("with an anchor and a tag", "a: &x !!str |\n  up\n  == 0\n")]
    [InlineData("with halves before it", "b: 😀\na: up == 0")]
    [InlineData("behind a byte order mark's width of text", "b: \u00e9\u00e9\u00e9\na: up == 0")]
    public void A_part_is_where_it_stands(string kind, string text)
    {
        string[] ends = ["\n", "\r\n"];
        foreach (string end in ends)
        {
            string written = text.Replace("\n", end, StringComparison.Ordinal);
            SourceFile file = new("a.yml", written);
            int place = written.IndexOf("==", StringComparison.Ordinal);
            (int, int, string) expected = (file.LineOf(place), file.ColumnOf(place), "== 0");
            Assert.True(
                expected == Given.Place(Given.Yaml(written), "== 0"),
                $"{kind}: {Given.Place(Given.Yaml(written), "== 0")}");
        }
    }

    [Fact]
    public void Each_line_of_a_block_is_found()
    {
        ScalarNode scalar = Given.Yaml("a: |\n  one\n\n    two\n  three\n");
        Assert.Equal((2, 3, "one"), Given.Place(scalar, "one"));
        Assert.Equal((4, 5, "two"), Given.Place(scalar, "two"));
        Assert.Equal((5, 3, "three"), Given.Place(scalar, "three"));
    }

    [Fact]
    public void A_part_over_an_escape_is_as_long_as_it_is_written()
    {
        ScalarNode scalar = Given.Yaml("a: \"x{y=\\\"z\\\"} > 0\"");
        Assert.Equal((1, 9, "\\\"z\\\""), Given.Place(scalar, "\"z\""));
    }

    [Fact]
    public void Many_blanks_take_no_time()
    {
        ScalarNode scalar = Given.Yaml($"a: 'x{new string(' ', 2_000_000)}y'");
        Assert.Equal((1, 2_000_006, "y"), Given.Place(scalar, "y"));
    }
}
