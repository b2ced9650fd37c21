using Alys.DevNode.Chain;

namespace Alys.DevNode.Source;

/// <summary>The chain as the rest of the network has it.</summary>
internal interface IChainSource
{
    /// <summary>Height of the network's newest block.</summary>
    /// <exception cref="SourceException">It cannot be had now.</exception>
    Task<long> HeadAsync(CancellationToken cancellation);

    /// <summary>Blocks of the network, from a height up; fewer than asked for at its head.</summary>
    /// <exception cref="SourceException">They cannot be had now.</exception>
    Task<IReadOnlyList<Block>> BlocksAsync(long from, int count, CancellationToken cancellation);
}
