namespace Alys.Monitor.Alerting;

/// <summary>
/// What was told of alerts, the newest last. Alertmanager tells of an alert again whenever another of its group
/// changes, and after hours; each beginning and each end is said once.
/// <para>Threads: any.</para>
/// </summary>
/// <param name="say">Takes a line for each notice that is new.</param>
/// <param name="most">How many notices are kept.</param>
internal sealed class NoticeBoard(Action<string> say, int most)
{
    private readonly Lock _lock = new();
    private readonly Queue<AlertNotice> _notices = new();
    private int _watchdogs;

    /// <summary>The notices that are kept, the newest last.</summary>
    public IReadOnlyList<AlertNotice> Notices
    {
        get
        {
            lock (_lock)
                return [.. _notices];
        }
    }

    /// <summary>How often the alert that always fires has come.</summary>
    public int Watchdogs => Volatile.Read(ref _watchdogs);

    /// <summary>Keeps and says those that are new.</summary>
    public void Add(IEnumerable<AlertNotice> told)
    {
        foreach (AlertNotice notice in told)
        {
            if (Keep(notice))
                say(notice.ToString());
        }
    }

    /// <summary>The alert that always fires has come; said the first time.</summary>
    public void AddWatchdog()
    {
        if (Interlocked.Increment(ref _watchdogs) == 1)
            say("Watchdog arrived: alerts find their way here");
    }

    private bool Keep(AlertNotice notice)
    {
        lock (_lock)
        {
            if (_notices.Any(notice.TellsTheSameAs))
                return false;
            _notices.Enqueue(notice);
            if (_notices.Count > most)
                _notices.Dequeue();
            return true;
        }
    }
}
