namespace Alys.PromQL.Tests;

public sealed class PromQLDurationsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("15s", 15)]
    [InlineData("1h30m", 5_400)]
    [InlineData("500ms", 0.5)]
    [InlineData("1w2d", 777_600)]
    [InlineData("1y", 31_536_000)]
    public void A_duration_is_read(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), PromQLDurations.TryParse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5 m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("5x")]
    [InlineData("5m3")]
    [InlineData("300y")]
    [InlineData("99999999999999999999999999y")]
    public void Another_text_is_none(string? text) => Assert.Null(PromQLDurations.TryParse(text));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(90, "1m30s")]
    [InlineData(0.25, "250ms")]
    [InlineData(90_061, "1d1h1m1s")]
    public void It_is_written_shortly(double seconds, string text) =>
        Assert.Equal(text, PromQLDurations.ToText(TimeSpan.FromSeconds(seconds)));
}
