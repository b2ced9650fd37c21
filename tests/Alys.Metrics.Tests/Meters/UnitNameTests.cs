using Alys.Metrics.Meters;

namespace Alys.Metrics.Tests.Meters;

public sealed class UnitNameTests
{
    [Theory]
    [InlineData("s", "seconds")]
    [InlineData("By", "bytes")]
    [InlineData("By/s", "bytes_per_second")]
    [InlineData("m/h", "meters_per_hour")]
    [InlineData("%", "percent")]
    [InlineData("furlong", "furlong")]
    [InlineData("{packet}/s", "per_second")]
    [InlineData("{cpu}", "")]
    [InlineData("1", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("a/", "a")]
    [InlineData("{open", "open")]
    public void A_unit_has_the_word_that_OpenTelemetrys_exporter_gives_it(string? unit, string word) =>
        Assert.Equal(word, UnitName.Of(unit));
}
