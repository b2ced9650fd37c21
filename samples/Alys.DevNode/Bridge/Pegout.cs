using Alys.Metrics.Node;

namespace Alys.DevNode.Bridge;

/// <summary>A burn on the sidechain on its way to Bitcoin.</summary>
internal sealed class Pegout(int id, long satoshis, DateTimeOffset asked)
{
    public int Id => id;

    public long Satoshis => satoshis;

    public DateTimeOffset Asked => asked;

    public PegoutStage Stage { get; set; } = PegoutStage.Initiated;

    /// <summary>How often the members were asked to sign.</summary>
    public int Attempts { get; set; }

    /// <summary>Timestamp of the newest request for signatures.</summary>
    public long CollectingSince { get; set; }

    /// <summary>Height of the Bitcoin block that came before the broadcast.</summary>
    public long BroadcastAt { get; set; }

    /// <summary>From the burn to the broadcast.</summary>
    public TimeSpan Took { get; set; }
}
