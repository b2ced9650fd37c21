namespace Alys.Metrics.Collectors.Evm;

/// <summary>Which node the <see cref="EvmCollector"/> reads, and how much it reads of it in a round.</summary>
public sealed class EvmCollectorOptions
{
    /// <summary>The node's JSON-RPC over HTTP or HTTPS. A user and a password in it are sent in the Authorization
    /// header and shown nowhere. Default: http://127.0.0.1:8545.</summary>
    public Uri Url { get; set; } = new("http://127.0.0.1:8545");

    /// <summary>How long the node may take to answer one batch. Greater than zero, at most an hour. With <see
    /// cref="CatchUpTime"/> it should stay below <see cref="CollectionOptions.Timeout"/>, so that a slow node costs
    /// blocks and not the round. Default: 3 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>So long after the start of a round no further batch of blocks is asked for; the next round goes on
    /// where this one stopped. Zero or greater, at most an hour. Default: 750 ms.</summary>
    public TimeSpan CatchUpTime { get; set; } = TimeSpan.FromMilliseconds(750);

    /// <summary>The size of the largest answer that is read. 64 KiB to 1 GiB. Default: 10 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How many new blocks may be looked at in a round; when there are more, the oldest are passed over and
    /// counted. 1 to 100,000. Default: 1024, what 200 blocks a second, the goal for a sync, bring in a round of
    /// 5 s.</summary>
    public int MaxCatchUpBlocks { get; set; } = 1024;

    /// <summary>How many blocks are asked for in one batch; fewer for a while after a batch was too much for the node.
    /// 1 to 1000. Default: 64, below the least limit of a client in its defaults (Erigon: 100 calls).</summary>
    public int BlocksPerBatch { get; set; } = 64;

    /// <summary>Up to how many blocks behind its target a syncing node counts as catching up. 0 or greater. Default:
    /// 1000, which a sync at its goal of 200 blocks a second makes up within one round.</summary>
    public long CatchupGap { get; set; } = 1000;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and the
    /// range.</exception>
    public void Validate()
    {
        _ = new NodeEndpoint(Url);
        TimeSpan hour = TimeSpan.FromHours(1);
        Require(RequestTimeout > TimeSpan.Zero && RequestTimeout <= hour, nameof(RequestTimeout),
            "longer than zero and at most an hour");
        Require(CatchUpTime >= TimeSpan.Zero && CatchUpTime <= hour, nameof(CatchUpTime), "from zero to an hour");
        Require(MaxResponseBytes is >= 1 << 16 and <= 1 << 30, nameof(MaxResponseBytes), "from 64 KiB to 1 GiB");
        Require(MaxCatchUpBlocks is >= 1 and <= 100_000, nameof(MaxCatchUpBlocks), "from 1 to 100,000");
        Require(BlocksPerBatch is >= 1 and <= 1000, nameof(BlocksPerBatch), "from 1 to 1000");
        Require(CatchupGap >= 0, nameof(CatchupGap), "0 or greater");
    }

    private static void Require(bool holds, string name, string range)
    {
        if (!holds) throw new ArgumentException($"{nameof(EvmCollectorOptions)}.{name} must be {range}.");
    }
}
