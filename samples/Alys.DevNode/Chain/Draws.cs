namespace Alys.DevNode.Chain;

/// <summary>
/// Chance that is decided by a seed and a place, so that two nodes draw the same. Source: SplitMix64 (Steele, Lea,
/// Flood: "Fast splittable pseudorandom number generators", 2014).
/// </summary>
internal struct Draws
{
    private ulong _state;

    /// <param name="seed">The network's.</param>
    /// <param name="place">Such as a height.</param>
    /// <param name="purpose">Keeps draws for different things apart.</param>
    public Draws(int seed, long place, int purpose)
    {
        _state = (ulong)seed * 0x9E3779B97F4A7C15 ^ (ulong)place * 0xBF58476D1CE4E5B9 ^ (ulong)purpose << 48;
        Next();
    }

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    /// <summary>A number from 0, below the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number from 0, below 1.</summary>
    public double Part() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True once in so many draws.</summary>
    public bool OneIn(int many) => Below(many) == 0;
}
