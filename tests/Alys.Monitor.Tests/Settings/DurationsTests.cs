using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("5s", 5_000)]
    [InlineData("1m", 60_000)]
    [InlineData("2h", 7_200_000)]
    public void A_whole_number_with_a_unit_is_a_time(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Durations.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("s")]
    [InlineData("-5s")]
    [InlineData("1.5s")]
    [InlineData("5 s")]
    [InlineData("5d")]
    [InlineData("99999999999s")]
    public void Anything_else_is_none(string text) => Assert.Null(Durations.TryParse(text));

    [Theory]
    [InlineData("500ms")]
    [InlineData("5s")]
    [InlineData("1500ms")]
    public void What_is_written_is_read_again(string text) =>
        Assert.Equal(text, Durations.ToText(Durations.TryParse(text)!.Value));
}
