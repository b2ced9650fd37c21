using Alys.Metrics.Hosting.Endpoints;
using Microsoft.Extensions.Primitives;

namespace Alys.Metrics.Hosting.Tests.Endpoints;

public sealed class ScrapeTimeTests
{
    [Theory]
    [InlineData("10", 9.5)]
    [InlineData("5", 4.5)]
    [InlineData("1", 0.9)]
    [InlineData("0.5", 0.45)]
    [InlineData("30", 29.5)]
    [InlineData("30.6", 30)]
    [InlineData("3600", 30)]
    [InlineData("99999999999999999999999999", 30)]
    [InlineData("", 30)]
    [InlineData("0", 30)]
    [InlineData("-5", 30)]
    [InlineData("NaN", 30)]
    [InlineData("Infinity", 30)]
    [InlineData("1e1", 30)]
    [InlineData("5,5", 30)]
    [InlineData("5s", 30)]
    public void The_header_shortens_the_time_less_a_little_and_nonsense_does_nothing(string header, double seconds) =>
        Assert.Equal(seconds, ScrapeTime.Limit(header, TimeSpan.FromSeconds(30)).TotalSeconds, 6);

    [Fact]
    public void Without_the_header_or_with_two_the_option_holds()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), ScrapeTime.Limit(default, TimeSpan.FromSeconds(30)));
        Assert.Equal(
            TimeSpan.FromSeconds(30), ScrapeTime.Limit(new StringValues(["5", "6"]), TimeSpan.FromSeconds(30)));
    }
}
