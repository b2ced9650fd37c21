using System.Net;
using Alys.DevNode.Chain;
using Alys.Metrics.Node;

namespace Alys.DevNode.Peers;

/// <summary>The nodes that discovery can find: drawn from the seed, with public addresses of all parts of the world.
/// Nothing is ever sent to these addresses.</summary>
internal sealed class PeerDirectory
{
    public const int Size = 64;

    private const int Purpose = 3;

    // First octets that the regional registries (ARIN, RIPE NCC, APNIC, LACNIC, AFRINIC) hand out.
    // Source: IANA IPv4 Address Space Registry.
    private static readonly byte[][] FirstOctets =
    [
        [12, 24, 50, 63, 66, 68, 72, 96, 98, 173], [77, 80, 85, 88, 91, 93, 109, 178, 193, 195],
        [101, 110, 116, 119, 124, 126, 175, 202, 211, 220], [177, 179, 181, 186, 189, 190, 200, 201],
        [41, 102, 105, 197],
    ];

    public PeerDirectory(int seed)
    {
        var draws = new Draws(seed, 0, Purpose);
        var all = new PeerProfile[Size];
        for (int i = 0; i < Size; i++) all[i] = new PeerProfile(i, KindOf(i), DirectionOf(i), AddressOf(ref draws));
        All = all;
    }

    public IReadOnlyList<PeerProfile> All { get; }

    private static PeerKind KindOf(int id) => id switch
    {
        < 2 => PeerKind.Bootstrap,
        < 5 => PeerKind.Federation,
        < 12 => PeerKind.Miner,
        < 60 => PeerKind.Regular,
        _ => PeerKind.Unknown,
    };

    private static PeerDirection DirectionOf(int id) => id % 3 == 0 ? PeerDirection.Inbound : PeerDirection.Outbound;

    private static IPAddress AddressOf(ref Draws draws)
    {
        byte[] registry = FirstOctets[draws.Below(FirstOctets.Length)];
        return new IPAddress(
            [registry[draws.Below(registry.Length)], (byte)draws.Below(256), (byte)draws.Below(256),
                (byte)(1 + draws.Below(254))]);
    }
}
