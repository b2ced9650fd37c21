using System.Text;

namespace Alys.Metrics.Collectors.Tests;

public sealed class ProcTextTests
{
    [Fact]
    public void Lines_are_taken_one_by_one()
    {
        ReadOnlySpan<byte> rest = "one\n\nthree"u8;
        Assert.Equal("one", Encoding.ASCII.GetString(ProcText.TakeLine(ref rest)));
        Assert.True(ProcText.TakeLine(ref rest).IsEmpty);
        Assert.Equal("three", Encoding.ASCII.GetString(ProcText.TakeLine(ref rest)));
        Assert.True(rest.IsEmpty);
    }

    [Fact]
    public void Fields_stand_between_any_white_space()
    {
        ReadOnlySpan<byte> rest = " \tone  two\n"u8;
        Assert.Equal("one", Encoding.ASCII.GetString(ProcText.TakeField(ref rest)));
        Assert.Equal("two", Encoding.ASCII.GetString(ProcText.TakeField(ref rest)));
        Assert.True(ProcText.TakeField(ref rest).IsEmpty);
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-1", null)]
    [InlineData("12kB", null)]
    [InlineData("unlimited", null)]
    [InlineData("", null)]
    public void Only_a_whole_number_is_a_number(string text, long? number) =>
        Assert.Equal(number, ProcText.Number(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("0.52", 0.52)]
    [InlineData("12", 12.0)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Only_a_decimal_number_is_one(string text, double? number) =>
        Assert.Equal(number, ProcText.Decimal(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void A_value_is_found_by_the_word_that_starts_its_line()
    {
        ReadOnlySpan<byte> text = "nonvoluntary: 7\nVmRSS:\t   12 kB\nvoluntary: 8\n"u8;
        Assert.Equal(8, ProcText.NumberAfter(text, "voluntary:"u8));
        Assert.Equal(12 * 1024, ProcText.BytesAfter(text, "VmRSS:"u8));
        Assert.Null(ProcText.NumberAfter(text, "VmHWM:"u8));
    }

    [Fact]
    public void A_size_beyond_what_a_number_holds_is_none() =>
        Assert.Null(ProcText.BytesAfter("VmRSS: 9223372036854775807 kB\n"u8, "VmRSS:"u8));
}
