using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class PeerHeadsTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("100", 100L)]
    [InlineData("100,90", 90L)]
    [InlineData("90,100,95", 95L)]
    [InlineData("9000000000000000000,100,100", 100L)]
    public void The_height_that_two_peers_claim_counts(string heights, long? best)
    {
        IEnumerable<string> peers = heights.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(height => $$"""{"protocols":{"eth":{"version":69,"latestBlock":{{height}}} } }""");
        Assert.Equal(best, PeerHeads.Read(Parsed.Json($"[{string.Join(',', peers)}]")));
    }

    [Fact]
    public void Peers_that_tell_no_height_are_passed_over() => Assert.Equal(7, PeerHeads.Read(Parsed.Json(
        """
        [null,{},{"protocols":null},{"protocols":{"eth":"handshake"}},{"protocols":{"eth":{"version":68}}},
         {"protocols":{"eth":{"latestBlock":"many"}}},{"protocols":{"eth":{"latestBlock":7}}}]
        """)));

    [Fact]
    public void Something_other_than_a_list_is_refused() =>
        Assert.Throws<FormatException>(() => PeerHeads.Read(Parsed.Json("{}")));
}
