namespace Alys.Metrics.Tests;

public sealed class HistogramBoundsTests
{
    [Theory]
    [InlineData(new double[0], "1 to 200")]
    [InlineData(new[] { 1, double.NaN }, "Bound 2 is NaN")]
    [InlineData(new[] { 1, double.PositiveInfinity }, "Bound 2 is +Inf")]
    [InlineData(new[] { -1.0, 1 }, "Bound 1 is -1")]
    [InlineData(new[] { 1.0, 0.5 }, "Bound 2 (0.5) is not above the one before it (1)")]
    [InlineData(new[] { 1.0, 1 }, "Bound 2 (1)")]
    public void Bad_bounds_are_refused_with_a_sentence_that_says_which(double[] bounds, string says)
    {
        var error = Assert.Throws<ArgumentException>(() => HistogramBounds.Of(bounds));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_histogram_may_have_200_bounds_and_not_201()
    {
        double[] most = [.. Enumerable.Range(1, HistogramBounds.Most).Select(i => (double)i)];

        Assert.Equal(HistogramBounds.Most, HistogramBounds.Of(most).Count);
        Assert.Throws<ArgumentException>(() => HistogramBounds.Of([.. most, 1_000]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(33)]
    [InlineData(200)]
    public void A_value_falls_into_the_first_bucket_whose_bound_is_not_below_it(int count)
    {
        double[] values = [.. Enumerable.Range(1, count).Select(i => i * 0.5)];
        var bounds = HistogramBounds.Of(values);

        for (double value = 0; value <= count; value += 0.125)
        {
            int expected = Array.FindIndex(values, bound => value <= bound);
            Assert.Equal(expected < 0 ? count : expected, (int)HistogramBounds.IndexOf(bounds.Padded, value));
        }
    }
}
