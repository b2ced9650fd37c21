using Alys.Metrics.Collectors.Evm;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class NodeMemoryTests
{
    private readonly NodeMemory _memory = new(new ChainFollower(1024), BatchBlocks: 64)
    {
        MissingMethods = ["txpool_status"],
        Recovering = false,
    };

    [Fact]
    public void After_a_failure_everything_is_asked_for_again()
    {
        NodeMemory after = _memory.AfterFailure(CollectorFailure.Connection);
        Assert.Empty(after.MissingMethods);
        Assert.True(after.Recovering);
        Assert.Same(_memory.Chain, after.Chain);
    }

    [Theory]
    [InlineData(CollectorFailure.Connection, 64)]
    [InlineData(CollectorFailure.Timeout, 32)]
    [InlineData(CollectorFailure.TooLarge, 32)]
    [InlineData(CollectorFailure.RpcError, 32)]
    public void Less_is_asked_for_at_once_if_it_may_have_been_too_much(CollectorFailure reason, int blocks) =>
        Assert.Equal(blocks, _memory.AfterFailure(reason).BatchBlocks);

    [Fact]
    public void One_block_is_always_asked_for() =>
        Assert.Equal(1, (_memory with { BatchBlocks = 1 }).AfterFailure(CollectorFailure.Timeout).BatchBlocks);
}
