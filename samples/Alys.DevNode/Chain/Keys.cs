using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alys.DevNode.Chain;

/// <summary>
/// The keys of everyone in the development network, made from the seed: whoever has the seed can sign for all. The
/// curve is NIST P-256 and not Bitcoin's secp256k1, which .NET's cryptography here checks six times slower.
/// </summary>
/// <remarks><b>Threads:</b> any; a key is used by one thread at a time.</remarks>
internal sealed class Keys(int seed) : IDisposable
{
    public const int SignatureSize = 64;

    private readonly ConcurrentDictionary<string, ECDsa> _keys = new(StringComparer.Ordinal);

    public byte[] Sign(string who, in Hash256 hash)
    {
        ECDsa key = Of(who);
        lock (key) return key.SignHash(hash.ToArray());
    }

    public bool Verify(string who, in Hash256 hash, ReadOnlySpan<byte> signature)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        hash.CopyTo(bytes);
        ECDsa key = Of(who);
        lock (key) return key.VerifyHash(bytes, signature);
    }

    public void Dispose()
    {
        foreach (ECDsa key in _keys.Values) key.Dispose();
    }

    public static string Account(int index) => string.Create(CultureInfo.InvariantCulture, $"account-{index}");

    public static string Authority(int index) => string.Create(CultureInfo.InvariantCulture, $"authority-{index}");

    public static string Member(int index) => string.Create(CultureInfo.InvariantCulture, $"member-{index}");

    private ECDsa Of(string who) => _keys.GetOrAdd(who, Make);

    private ECDsa Make(string who)
    {
        byte[] secret = SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{who}")));
        // Below the order of the curve, which begins with 32 set bits.
        secret[0] &= 0x7f;
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });
    }
}
