using System.Globalization;
using System.Text;
using Alys.Metrics.Exposition;

namespace Alys.Metrics.Tests.Exposition;

public sealed class DigitsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(1L << 53)]
    [InlineData(9_999_999_999_999_999)]
    [InlineData(10_000_000_000_000_000)]
    [InlineData(1_000_000_010_000_000)]
    public void A_number_has_its_digits(long value) => AssertWritten(value);

    [Fact]
    public void Every_number_around_a_power_of_ten_has_its_digits()
    {
        for (long power = 1; power <= 100_000_000_000_000_000; power *= 10)
        {
            for (long value = power - 11; value <= power + 11; value++) AssertWritten(value);
        }
    }

    [Fact]
    public void Every_group_of_four_digits_is_right_in_each_of_its_places()
    {
        for (long four = 0; four < 10_000; four++)
        {
            for (long place = 1; place <= 1_000_000_000_000; place *= 10_000) AssertWritten(four * place);
        }
    }

    [Fact]
    public void Random_numbers_of_every_length_have_their_digits()
    {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) AssertWritten(random.NextInt64() >> random.Next(64));
    }

    private static void AssertWritten(long value)
    {
        Span<byte> room = stackalloc byte[Digits.Room];

        int length = Digits.Write(ref room[0], value);

        string expected = value.ToString(CultureInfo.InvariantCulture);
        if (expected != Encoding.ASCII.GetString(room[..length])) Assert.Fail($"{value} is written wrongly.");
    }
}
