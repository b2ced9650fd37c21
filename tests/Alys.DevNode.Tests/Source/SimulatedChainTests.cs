using Alys.DevNode.Chain;
using Alys.DevNode.Source;
using Alys.DevNode.Tests.Fixtures;

namespace Alys.DevNode.Tests.Source;

public sealed class SimulatedChainTests
{
    [Fact]
    public void The_seed_decides_every_block()
    {
        using var one = new Keys(1);
        using var other = new Keys(2);
        Assert.Equal(Networks.Chain(one, 50).At(50).Hash, Networks.Chain(one, 60).At(50).Hash);
        Assert.NotEqual(Networks.Chain(one, 50).At(50).Hash, Networks.Chain(other, 50, seed: 2).At(50).Hash);
    }

    [Fact]
    public async Task The_network_shows_no_block_before_its_slot()
    {
        using var keys = new Keys(1);
        SimulatedChain chain = Networks.Chain(keys, 10);
        CancellationToken none = TestContext.Current.CancellationToken;
        Assert.Equal(10, await chain.HeadAsync(none));
        Assert.Equal([9, 10], (await chain.BlocksAsync(9, 5, none)).Select(block => block.Height));
        Assert.Empty(await chain.BlocksAsync(11, 5, none));
    }

    [Fact]
    public void Blocks_hold_signed_transactions_with_nonces_in_order()
    {
        using var keys = new Keys(1);
        SimulatedChain chain = Networks.Chain(keys, 30);
        var nonces = new Dictionary<int, long>();
        for (long height = 1; height <= 30; height++)
        {
            Assert.Equal(chain.At(height - 1).Hash, chain.At(height).Header.Parent);
            foreach (Transaction transaction in chain.At(height).Transactions)
            {
                Assert.Equal(nonces.GetValueOrDefault(transaction.From), transaction.Nonce);
                nonces[transaction.From] = transaction.Nonce + 1;
                Assert.True(keys.Verify(
                    Keys.Account(transaction.From), transaction.Hash, transaction.Signature));
            }
        }

        Assert.NotEmpty(nonces);
    }
}
