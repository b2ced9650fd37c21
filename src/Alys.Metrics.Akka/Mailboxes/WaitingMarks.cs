using System.Diagnostics;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>
/// How old the oldest message of a queue is at least, from looking at the queue now and then: one that was the last to
/// come at an earlier look, and is not out yet, is as old as that look.
/// </summary>
/// <remarks><b>Threads:</b> one at a time. It takes the queue to be first in, first out.</remarks>
internal sealed class WaitingMarks
{
    private const int Most = 64;

    private readonly Queue<(long Time, long Last)> _marks = new();

    /// <summary>The age at this look.</summary>
    /// <param name="taken">Messages ever taken out.</param>
    /// <param name="waiting">Messages in it.</param>
    internal TimeSpan Next(long taken, int waiting)
    {
        while (_marks.TryPeek(out (long Time, long Last) mark) && mark.Last <= taken) _marks.Dequeue();
        if (waiting == 0) return TimeSpan.Zero;
        TimeSpan age = _marks.TryPeek(out (long Time, long Last) oldest)
            ? Stopwatch.GetElapsedTime(oldest.Time)
            : TimeSpan.Zero;
        if (_marks.Count < Most) _marks.Enqueue((Stopwatch.GetTimestamp(), taken + waiting));
        return age;
    }
}
