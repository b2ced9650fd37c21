namespace Alys.Metrics.Families;

/// <summary>
/// How many series a registry has and may have. An open family sets room aside for its child <c>other</c> when it is
/// made, so the child that says "there was no room" always has room.
/// </summary>
internal sealed class SeriesBudget(int limit)
{
    private readonly Lock _gate = new();

    private int _used;
    private int _setAside;

    internal int Limit => limit;

    /// <summary>Series that exist. Threads: any.</summary>
    internal int Used => Volatile.Read(ref _used);

    /// <summary>Series that can still be admitted.</summary>
    internal int Left => limit - Volatile.Read(ref _used) - Volatile.Read(ref _setAside);

    /// <summary>Whether another <paramref name="series"/> would fit. A hint that takes no lock.</summary>
    internal bool HasRoom(int series) => series <= Left;

    internal bool TryTake(int series)
    {
        lock (_gate)
        {
            if (!HasRoom(series)) return false;
            _used += series;
            return true;
        }
    }

    /// <summary>Gives back what was taken.</summary>
    internal void Release(int series)
    {
        lock (_gate) _used -= series;
    }

    internal bool TrySetAside(int series)
    {
        lock (_gate)
        {
            if (!HasRoom(series)) return false;
            _setAside += series;
            return true;
        }
    }

    internal void UseSetAside(int series)
    {
        lock (_gate)
        {
            _setAside -= series;
            _used += series;
        }
    }
}
