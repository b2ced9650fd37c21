using System.Diagnostics.Metrics;
using Alys.Metrics.Meters;

namespace Alys.Metrics.Tests.Meters;

public sealed class AdvisedBoundsTests : IDisposable
{
    private readonly Meter _meter = new(nameof(AdvisedBoundsTests));

    [Fact]
    public void An_advice_is_followed() => Assert.Equal("1 2", Of<double>([1, 2], out _));

    [Fact]
    public void A_float_means_the_digits_that_it_is_written_with() => Assert.Equal("0.1", Of([0.1f], out _));

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void An_advice_that_cannot_be_followed_is_said_and_replaced(double first, double second)
    {
        string bounds = Of([first, second], out bool isBad);

        Assert.True(isBad);
        Assert.StartsWith("0 5 10 25", bounds, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_seconds_have_bounds_for_seconds()
    {
        Histogram<double> seconds = _meter.CreateHistogram<double>("a", "s");

        HistogramBounds bounds = AdvisedBounds.Of(seconds, out bool isBad);

        Assert.False(isBad);
        Assert.Equal(14, bounds.Count);
    }

    public void Dispose() => _meter.Dispose();

    private string Of<T>(T[] advice, out bool isBad)
        where T : struct
    {
        Histogram<T> histogram = _meter.CreateHistogram(
            "a", null, null, null, new InstrumentAdvice<T> { HistogramBucketBoundaries = advice });
        HistogramBounds bounds = AdvisedBounds.Of(histogram, out isBad);
        return string.Join(' ', bounds.Padded.Take(bounds.Count));
    }
}
