using Alys.Checks.Sources;
using Alys.Checks.Suppressions;

namespace Alys.Checks.Tests.Suppressions;

public sealed class SuppressionReaderTests
{
    [Theory]
    [InlineData("# check off a/b: because", "a/b", "because")]
    [InlineData("#check off a/b-c:because", "a/b-c", "because")]
    [InlineData("up # check off a/b: because: of that\r\n", "a/b", "because: of that")]
    [InlineData("# check off a/b", "a/b", "")]
    [InlineData("# check off a/b:  \n", "a/b", "")]
    [InlineData("<!-- check off a/b: because -->", "a/b", "because")]
    [InlineData("{\"expr\": \"up # check off a/b: because\"}", "a/b", "because")]
    [InlineData("{\"expr\": \"up # check off a/b: because\\n> 0\"}", "a/b", "because")]
    public void Check_and_reason_are_read(string text, string check, string reason)
    {
        Suppression comment = Assert.Single(SuppressionReader.Read(new SourceFile("a.yml", text)));
        Assert.Equal((check, reason), (comment.Check, comment.Reason));
    }

    [Theory]
    [InlineData("# check off a/b, c/d-e: because")]
    [InlineData("# check off a/b,c/d-e:because")]
    [InlineData("<!-- check off a/b , c/d-e: because -->")]
    public void One_comment_may_name_several_checks(string text) => Assert.Equal(
        [("a/b", true), ("c/d-e", true)],
        SuppressionReader.Read(new SourceFile("a.yml", text)).Select(one => (one.Check, one.Reason == "because")));

    [Theory]
    [InlineData("check off a/b: because")]
    [InlineData("# check a/b off")]
    [InlineData("# check off everything")]
    [InlineData("")]
    public void Other_texts_are_left_alone(string text) =>
        Assert.Empty(SuppressionReader.Read(new SourceFile("a.yml", text)));

    [Theory]
    [InlineData("# check off a/b: c\n- x", "x")]
    [InlineData("# check off a/b: c\n# more\n\n  - x", "x")]
    [InlineData("<!-- check off a/b: c -->\n\n```promql", "```promql")]
    [InlineData("# check off a/b: c", "")]
    [InlineData("# check off a/b: c\n\n", "")]
    public void Its_end_is_where_the_next_element_begins(string text, string rest) =>
        Assert.Equal(rest, text[Assert.Single(SuppressionReader.Read(new SourceFile("a.yml", text))).End..]);
}
