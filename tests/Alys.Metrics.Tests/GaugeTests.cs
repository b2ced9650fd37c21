namespace Alys.Metrics.Tests;

public sealed class GaugeTests
{
    private readonly MetricRegistry _registry = new();

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "-0")]
    [InlineData(5, "5")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(1e300, "1E+300")]
    [InlineData(5e-324, "5E-324")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    public void The_value_last_set_is_exposed(double value, string text)
    {
        Gauge gauge = _registry.Gauge("test_size", "Tests.");

        gauge.Set(1);
        gauge.Set(value);

        Assert.Equal(value, gauge.Value);
        Assert.Equal(text, Page.Value(_registry, "test_size"));
    }

    [Fact]
    public void Clear_takes_it_and_its_metadata_off_the_page_until_it_is_set_again()
    {
        Gauge gauge = _registry.Gauge("test_size", "Tests.");

        gauge.Clear();
        Assert.DoesNotContain("test_size", Page.Of(_registry), StringComparison.Ordinal);
        Assert.Null(gauge.Value);

        gauge.Set(2);
        Assert.Equal("2", Page.Value(_registry, "test_size"));
    }

    [Fact]
    public void It_starts_at_0_or_where_it_is_told_or_absent()
    {
        _registry.Gauge("test_zero", "Tests.");
        _registry.Gauge("test_seven", "Tests.", 7);
        _registry.Gauge("test_absent", "Tests.", initial: null);

        Assert.Equal("0", Page.Value(_registry, "test_zero"));
        Assert.Equal("7", Page.Value(_registry, "test_seven"));
        Assert.DoesNotContain("test_absent", Page.Of(_registry), StringComparison.Ordinal);
    }

    [Fact]
    public void A_NaN_of_any_bits_is_a_value_and_never_absence()
    {
        Gauge gauge = _registry.Gauge("test_size", "Tests.");

        gauge.Set(BitConverter.Int64BitsToDouble(0x7FF4_A1F5_0000_0001));

        Assert.Equal("NaN", Page.Value(_registry, "test_size"));
    }
}
