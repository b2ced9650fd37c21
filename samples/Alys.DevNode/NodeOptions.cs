namespace Alys.DevNode;

/// <summary>What a development node runs as. Everything listens on 127.0.0.1 only.</summary>
internal sealed record NodeOptions
{
    /// <summary>v2 measures its actors and migrates; v1 does neither. Default v2.</summary>
    public NodeMode Mode { get; init; } = NodeMode.V2;

    /// <summary>Port of <c>/metrics</c>, <c>/health</c>, <c>/ready</c>. Default 9001, v2: 9002; 0: any.</summary>
    public int MetricsPort { get; init; } = 9002;

    /// <summary>Port of the JSON-RPC and of <c>/faults</c>. Default 9011 for v1, 9012 for v2; 0: a free one.</summary>
    public int RpcPort { get; init; } = 9012;

    /// <summary>Chain, checkpoints and the state of the migration. Default <c>.alys-devnode/MODE</c> below the current
    /// folder.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Decides everything that is drawn. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Start of slot 0; null: what is in the data directory, else <see cref="History"/> slots ago.</summary>
    public DateTimeOffset? Genesis { get; init; }

    /// <summary>Blocks that the network has already. Default 600; 0 to 1,000,000.</summary>
    public int History { get; init; } = 600;

    /// <summary>Default 2 s; 0.1 to 600 s.</summary>
    public TimeSpan Slot { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Transactions a second. Default 4; 0 to 10,000.</summary>
    public double Load { get; init; } = 4;

    /// <summary>JSON-RPC of an EVM node whose chain is followed; null: the simulated chain.</summary>
    public Uri? Follow { get; init; }

    /// <summary>Data directory of a node that runs no more, whose blocks are the network's; null: none.</summary>
    public string? BlocksFrom { get; init; }

    /// <summary>Whether to walk the phases. Only v2.</summary>
    public bool Migrate { get; init; }

    /// <summary>How long a phase takes. Default 2 min; 0.5 s to a day.</summary>
    public TimeSpan Phase { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>JSON-RPC of the v1 node that this one compares itself with; null: none.</summary>
    public Uri? CompareWith { get; init; }

    /// <summary>MMDB of countries; null: public peers are of unknown regions.</summary>
    public string? Countries { get; init; }

    /// <summary>False: nothing is measured, collected or served, to see what measuring costs. Default true.</summary>
    public bool Metrics { get; init; } = true;

    /// <summary>One message in so many is timed. Default 1: this node has so few that each can be. 0 to 1,000,000.
    /// </summary>
    public int SampleOneIn { get; init; } = 1;

    /// <summary>The most series on the page. Default 10,000; 200 to 1,000,000.</summary>
    public int SeriesLimit { get; init; } = 10_000;

    /// <summary>Imports as far as standard input says, and says what that cost. Default false.</summary>
    public bool Steps { get; init; }
}
