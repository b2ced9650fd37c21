namespace Alys.Metrics.Families;

/// <summary>When a child of an open family was last seen to have been written to, and whether it shall go.</summary>
/// <remarks>Threads: the family's lock is held.</remarks>
internal sealed class ChildLife(long activity, long now)
{
    private long _activity = activity;

    /// <summary>Timestamp of the sweep that saw the last write.</summary>
    private long _writtenAt = now;

    private bool _removed;

    /// <summary>Notes what a sweep sees. Whoever writes to a child that was removed wants it back.</summary>
    internal void See(long activity, long now)
    {
        if (activity == _activity) return;
        _activity = activity;
        _writtenAt = now;
        _removed = false;
    }

    /// <summary>The child shall go as soon as its last total was shown.</summary>
    internal void Remove(long activity, long now)
    {
        See(activity, now);
        _writtenAt = now;
        _removed = true;
    }

    /// <summary>Whether the child's time is over, and a scrape that began later than its last write has shown it to
    /// the end.</summary>
    internal bool IsOver(in SweepTime time, TimeSpan? timeToLive)
    {
        if (time.LastShown is not { } shown || shown <= _writtenAt) return false;
        return _removed || (timeToLive is { } limit && time.Since(_writtenAt) >= limit);
    }
}
