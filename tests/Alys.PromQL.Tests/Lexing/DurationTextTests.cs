using Alys.PromQL.Lexing;

namespace Alys.PromQL.Tests.Lexing;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("5m", "00:05:00", "5m")]
    [InlineData("1h30m", "01:30:00", "1h30m")]
    [InlineData("90m", "01:30:00", "1h30m")]
    [InlineData("1d1ms", "1.00:00:00.001", "1d1ms")]
    [InlineData("1y", "365.00:00:00", "1y")]
    [InlineData("53w", "371.00:00:00", "53w")]
    [InlineData("8d", "8.00:00:00", "8d")]
    [InlineData("0s", "00:00:00", "0s")]
    public void It_is_read_and_written_in_its_largest_units(string text, string value, string canonical)
    {
        Assert.Null(DurationText.TryParse(text, out TimeSpan found));
        Assert.Equal(TimeSpan.Parse(value, System.Globalization.CultureInfo.InvariantCulture), found);
        Assert.Equal(canonical, DurationText.Print(found));
    }

    [Theory]
    [InlineData("30m1h", "order")]
    [InlineData("5m5m", "order")]
    [InlineData("5ms5s", "order")]
    [InlineData("5hs", "unit")]
    [InlineData("1.5h", "is no duration: each number in it is a whole one with a unit")]
    [InlineData("1x", "has the unknown unit 'x'")]
    [InlineData("", "no duration")]
    [InlineData("293y", "292 years")]
    [InlineData("99999999999999999999s", "292 years")]
    [InlineData("292y40w", "292 years")]
    public void What_is_none_is_explained(string text, string word) =>
        Assert.Contains(word, DurationText.TryParse(text, out _), StringComparison.Ordinal);

    [Fact]
    public void A_negative_one_is_written_with_its_sign() =>
        Assert.Equal("-1h30m", DurationText.Print(TimeSpan.FromMinutes(-90)));
}
