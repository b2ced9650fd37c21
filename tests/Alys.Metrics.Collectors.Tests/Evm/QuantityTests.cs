using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("\"0x0\"", 0)]
    [InlineData("\"0x1f\"", 31)]
    [InlineData("\"0x1F\"", 31)]
    [InlineData("\"0x0000000000000000000000001f\"", 31)]
    [InlineData("\"0x7fffffffffffffff\"", long.MaxValue)]
    [InlineData("31", 31)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void What_real_nodes_write_is_read(string json, long number) =>
        Assert.Equal(number, Quantity.Read(Parsed.Json(json)));

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("\"0x\"")]
    [InlineData("\"1f\"")]
    [InlineData("\"31\"")]
    [InlineData("\"0xg\"")]
    [InlineData("\"0x 1\"")]
    [InlineData("\"0x-1\"")]
    [InlineData("\"-0x1\"")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("\"0x8000000000000000\"")]
    [InlineData("\"0xffffffffffffffff\"")]
    [InlineData("\"0x10000000000000000\"")]
    [InlineData("9223372036854775808")]
    [InlineData("1e400")]
    public void Anything_else_is_refused(string json)
    {
        Assert.Throws<FormatException>(() => Quantity.Read(Parsed.Json(json)));
        string block = $$"""{"gasUsed":{{json}}}""";
        var e = Assert.Throws<FormatException>(() => Quantity.Read(Parsed.Json(block), "gasUsed"));
        Assert.Contains("'gasUsed'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_member_is_refused_unless_it_is_optional()
    {
        Assert.Throws<FormatException>(() => Quantity.Read(Parsed.Json("{}"), "number"));
        Assert.Null(Quantity.ReadOptional(Parsed.Json("{}"), "number"));
        Assert.Null(Quantity.ReadOptional(Parsed.Json("""{"number":null}"""), "number"));
        Assert.Equal(5, Quantity.ReadOptional(Parsed.Json("""{"number":"0x5"}"""), "number"));
        Assert.Throws<FormatException>(() => Quantity.ReadOptional(Parsed.Json("""{"number":"x"}"""), "number"));
    }

    [Theory]
    [InlineData(0, "0x0")]
    [InlineData(31, "0x1f")]
    [InlineData(long.MaxValue, "0x7fffffffffffffff")]
    public void A_number_is_written_as_nodes_want_it(long number, string text) =>
        Assert.Equal(text, Quantity.Format(number));
}
