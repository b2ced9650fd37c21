using Alys.DevNode.Chain;

namespace Alys.DevNode.Peers;

/// <summary>How good a peer is, from 0 to 100: 0.3 latency, 0.4 throughput, 0.3 reliability, and a bonus for members of
/// the federation.</summary>
internal static class PeerQuality
{
    private const int Purpose = 4;
    private const double FederationBonus = 10;

    /// <summary>The score after so many looks at the peer.</summary>
    public static double Score(int seed, PeerProfile peer, int look)
    {
        // What a peer is like stays; each look differs a little. Two peers in a hundred are no good.
        var nature = new Draws(seed, peer.Id, Purpose);
        var moment = new Draws(seed, peer.Id + 1_000L * look, Purpose + 1);
        double good = peer.Id % 50 == 49 ? 0.05 : 0.45 + 0.5 * nature.Part();
        double latency = 100 * Around(good, moment.Part());
        double throughput = 100 * Around(good, moment.Part());
        double reliability = 100 * Around(good, moment.Part());
        double bonus = peer.Kind == Metrics.Node.PeerKind.Federation ? FederationBonus : 0;
        return Math.Min(100, 0.3 * latency + 0.4 * throughput + 0.3 * reliability + bonus);
    }

    private static double Around(double value, double chance) => Math.Clamp(value + (chance - 0.5) * 0.1, 0, 1);
}
