using Alys.Metrics.Node;

namespace Alys.DevNode.Bridge;

/// <summary>A deposit on Bitcoin on its way to the sidechain.</summary>
internal sealed class Pegin(int id, long satoshis, long bitcoinHeight, DateTimeOffset seen)
{
    public int Id => id;

    public long Satoshis => satoshis;

    /// <summary>Height of the Bitcoin block that holds it.</summary>
    public long BitcoinHeight => bitcoinHeight;

    public DateTimeOffset Seen => seen;

    public PeginStage Stage { get; set; } = PeginStage.Detected;

    /// <summary>When it had its confirmations, for the time of processing.</summary>
    public long Confirmed { get; set; }
}
