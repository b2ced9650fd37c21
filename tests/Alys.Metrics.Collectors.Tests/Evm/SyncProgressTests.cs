using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class SyncProgressTests
{
    [Fact]
    public void False_is_no_progress() => Assert.Null(SyncProgress.Read(Parsed.Json("false")));

    [Fact]
    public void The_progress_of_geth_is_read() => Assert.Equal(
        new SyncProgress(0x1a9c00, 0x1aa046, null),
        SyncProgress.Read(Parsed.Json(
            """
            {"startingBlock":"0x1a9000","currentBlock":"0x1a9c00","highestBlock":"0x1aa046",
             "healedTrienodes":"0x0","syncedAccounts":"0x5"}
            """)));

    [Theory]
    [InlineData("""{"stage_name":"Headers","block_number":"0x20"}""")]
    [InlineData("""{"name":"Headers","block":"0x20"}""")]
    public void The_header_stage_of_staged_clients_is_read(string stage) => Assert.Equal(
        new SyncProgress(0, 0x30, 0x20),
        SyncProgress.Read(Parsed.Json(
            $$"""
            {"currentBlock":"0x0","highestBlock":"0x30","stages":[null,{"x":1},
             {"stage_name":"Snapshots","block_number":"0x99"},{{stage}}]}
            """)));

    [Fact]
    public void Members_that_a_client_does_not_have_stay_unknown() => Assert.Equal(
        new SyncProgress(null, null, null), SyncProgress.Read(Parsed.Json("""{"batchSeen":5,"stages":3}""")));

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("\"false\"")]
    [InlineData("""{"currentBlock":"soon"}""")]
    [InlineData("""{"highestBlock":[]}""")]
    public void Anything_else_is_refused(string json) =>
        Assert.Throws<FormatException>(() => SyncProgress.Read(Parsed.Json(json)));
}
