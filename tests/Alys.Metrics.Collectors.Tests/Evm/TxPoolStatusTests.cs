using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class TxPoolStatusTests
{
    [Theory]
    [InlineData("""{"pending":"0x3","queued":"0x10"}""")]
    [InlineData("""{"pending":3,"queued":16}""")]
    public void Both_spellings_are_read(string json) =>
        Assert.Equal(new TxPoolStatus(3, 16), TxPoolStatus.Read(Parsed.Json(json)));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"pending":"0x3"}""")]
    [InlineData("""{"pending":"0x3","queued":null}""")]
    public void Anything_else_is_refused(string json) =>
        Assert.Throws<FormatException>(() => TxPoolStatus.Read(Parsed.Json(json)));
}
