using System.Globalization;
using Alys.Metrics.Exposition;

namespace Alys.Metrics.Tests.Exposition;

public sealed class GoFloatTests
{
    [Theory]
    [InlineData(0, "0", "0.0")]
    [InlineData(-0.0, "-0", "-0.0")]
    [InlineData(5, "5", "5.0")]
    [InlineData(-5, "-5", "-5.0")]
    [InlineData(0.1, "0.1", "0.1")]
    [InlineData(0.0001, "0.0001", "0.0001")]
    [InlineData(0.00001, "1e-05", "1e-05")]
    [InlineData(0.000012345, "1.2345e-05", "1.2345e-05")]
    [InlineData(100000, "100000", "100000.0")]
    [InlineData(123456, "123456", "123456.0")]
    [InlineData(1000000, "1e+06", "1e+06")]
    [InlineData(1048576, "1.048576e+06", "1.048576e+06")]
    [InlineData(1234567.5, "1.2345675e+06", "1.2345675e+06")]
    [InlineData(1e21, "1e+21", "1e+21")]
    [InlineData(1e22, "1e+22", "1e+22")]
    [InlineData(1e23, "1e+23", "1e+23")]
    [InlineData(double.Epsilon, "5e-324", "5e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308", "1.7976931348623157e+308")]
    [InlineData(0.09999999999999999, "0.09999999999999999", "0.09999999999999999")]
    [InlineData(999999.9999999999, "999999.9999999999", "999999.9999999999")]
    [InlineData(1e-300, "1e-300", "1e-300")]
    [InlineData(1e-11, "1e-11", "1e-11")]
    [InlineData(9.9999, "9.9999", "9.9999")]
    [InlineData(12.25, "12.25", "12.25")]
    [InlineData(double.PositiveInfinity, "+Inf", "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf", "-Inf")]
    [InlineData(double.NaN, "NaN", "NaN")]
    public void A_number_is_spelled_as_Go_does(double value, string text, string canonical)
    {
        Assert.Equal(text, GoFloat.Format(value));
        Assert.Equal(canonical, GoFloat.FormatCanonical(value));
    }

    [Fact]
    public void Every_number_is_read_back_as_it_was()
    {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            double value = i < 600 ? double.Parse($"1e{i - 300}", CultureInfo.InvariantCulture) : Any(random);
            Assert.Equal(value, double.Parse(GoFloat.Format(value), CultureInfo.InvariantCulture));
        }
    }

    private static double Any(Random random)
    {
        double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
        return double.IsNaN(value) || double.IsInfinity(value) ? 0 : value;
    }
}
