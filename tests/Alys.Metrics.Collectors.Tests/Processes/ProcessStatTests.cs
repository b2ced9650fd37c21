using System.Text;
using Alys.Metrics.Collectors.Processes;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class ProcessStatTests
{
    private const string AfterName =
        " S 1 42 42 0 -1 4194304 100 0 0 0 150 50 9 9 20 0 7 0 182355 3133440 388 18446744073709551615 1 1 0";

    [Theory]
    [InlineData("node")]
    [InlineData("a) b (c")]
    [InlineData("a b c")]
    [InlineData("")]
    [InlineData(") S 1 2 3")]
    [InlineData("line\nfeed")]
    public void Fields_are_found_behind_any_name(string name)
    {
        byte[] text = Encoding.UTF8.GetBytes($"42 ({name}){AfterName}");
        Assert.True(ProcessStat.TryParse(text, out ProcessStat stat));
        Assert.Equal(new ProcessStat(200, 7, 182355), stat);
        Assert.Equal(name, Encoding.UTF8.GetString(ProcessStat.NameIn(text)));
    }

    [Theory]
    [InlineData("42 (node) Z 1 42 42 0 -1 4194304 100 0 0 0 150 50 9 9 20 0 7 0 182355 0")]
    [InlineData("42 (node) X 1 42 42 0 -1 4194304 100 0 0 0 150 50 9 9 20 0 7 0 182355 0")]
    public void A_process_that_has_ended_and_waits_to_be_noticed_is_none(string text) =>
        Assert.False(ProcessStat.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("42 (node)")]
    [InlineData("42 (node) S 1 42 42 0 -1 4194304 100 0 0 0 150 50 9 9 20 0 7 0")]
    [InlineData("42 (node) S 1 42 42 0 -1 4194304 100 0 0 0 x 50 9 9 20 0 7 0 182355")]
    public void A_text_that_is_no_such_line_is_refused(string text) =>
        Assert.False(ProcessStat.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void A_text_without_parentheses_has_no_name()
    {
        Assert.True(ProcessStat.NameIn("42"u8).IsEmpty);
        Assert.True(ProcessStat.NameIn(")("u8).IsEmpty);
    }
}
