using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>
/// Which messages are timed: each is picked with the same probability, by a hash of its position that differs from
/// mailbox to mailbox, whatever comes before it or how many wait. Each that is picked stands for N, so the expectation
/// of every bucket, sum and count is that of timing all (the estimator of Horvitz and Thompson, 1952).
/// </summary>
internal readonly struct Sampling
{
    private readonly ulong _threshold;
    private readonly ulong _seed;

    /// <param name="oneIn">One message in so many is timed; 1: all; 0: none.</param>
    /// <param name="seed">Makes the choice differ from others.</param>
    internal Sampling(int oneIn, long seed)
    {
        Weight = oneIn;
        _threshold = oneIn switch { 0 => 0, 1 => ulong.MaxValue, _ => ulong.MaxValue / (uint)oneIn };
        _seed = (ulong)seed;
    }

    /// <summary>How many messages one that is timed stands for.</summary>
    internal int Weight { get; }

    /// <summary>A moment; never 0.</summary>
    internal static long Timestamp() => Stopwatch.GetTimestamp() | 1;

    /// <summary>Seconds between two moments.</summary>
    internal static double Seconds(long from, long to) => Math.Max(0, to - from) / (double)Stopwatch.Frequency;

    /// <summary>Whether the message at a position is timed. The hash is one round of the finaliser of MurmurHash3 (A.
    /// Appleby): neighbours get unrelated values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Picks(long position)
    {
        ulong hash = ((ulong)position ^ _seed) * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 32)) * 0xC4CEB9FE1A85EC53;
        return hash < _threshold;
    }
}
