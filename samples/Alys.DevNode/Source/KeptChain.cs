using Alys.DevNode.Chain;

namespace Alys.DevNode.Source;

/// <summary>The chain that another node has kept on the disk: a network that has all its blocks already and makes no
/// new ones, so whoever syncs from it does nobody's work but its own.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class KeptChain(BlockStore store) : IChainSource
{
    /// <inheritdoc/>
    public Task<long> HeadAsync(CancellationToken cancellation) => Task.FromResult(store.Head?.Height ?? 0);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Block>> BlocksAsync(long from, int count, CancellationToken cancellation)
    {
        var found = new List<Block>(count);
        for (long height = from; height < from + count && store.Read(height) is { } block; height++)
        {
            cancellation.ThrowIfCancellationRequested();
            found.Add(block);
        }

        return Task.FromResult<IReadOnlyList<Block>>(found);
    }
}
