using Alys.Checks.Templating;
using Alys.PromQL;

namespace Alys.Checks.Tests.Templating;

public sealed class TemplateTextTests
{
    [Theory]
    [InlineData("\"up == 0\"", "up == 0")]
    [InlineData("`up{a=\"b\"}`", "up{a=\"b\"}")]
    [InlineData("`a\\n%s`", "a\\n%s")]
    [InlineData(@"""up{a=\""b\""}""", "up{a=\"b\"}")]
    [InlineData(@"""a\\b\n\x41\u00e9\U0001F600%""", "a\\b\nAé😀%")]
    [InlineData("\"\"", "")]
    public void A_text_is_read_as_Go_does(string quoted, string text) =>
        Assert.Equal(text, new TemplateText(new SourceSpan(3, quoted.Length), quoted, IsFormat: false).Read()?.Text);

    [Theory]
    [InlineData("\"up{a='%s',b=%q} > %d %% %.2f\"", "up{a='${v}',b=\"${v}\"} > ${v} % ${v}")]
    [InlineData("`up[%v]`", "up[${v}]")]
    public void What_is_filled_in_is_a_variable(string quoted, string text) =>
        Assert.Equal(text, new TemplateText(new SourceSpan(0, quoted.Length), quoted, IsFormat: true).Read()?.Text);

    [Theory]
    [InlineData(@"""a\qb""", false)]
    [InlineData(@"""a\xffb""", false)]
    [InlineData(@"""a\ud800b""", false)]
    [InlineData("\"a %\"", true)]
    public void What_is_no_text_is_not_read(string quoted, bool isFormat) =>
        Assert.Null(new TemplateText(new SourceSpan(0, quoted.Length), quoted, isFormat).Read());

    [Fact]
    public void Each_character_knows_its_place()
    {
        const string template = @"{{ query ""a\n%sb"" }}";
        TemplateText text = new(new SourceSpan(9, 8), template[9..17], IsFormat: true);
        Assert.Equal(("a\n${v}b", [10, 11, 13, 13, 13, 13, 15, 16]), text.Read()!.Value, Same);

        static bool Same((string, int[]) one, (string, int[]) other) =>
            one.Item1 == other.Item1 && one.Item2.SequenceEqual(other.Item2);
    }
}
