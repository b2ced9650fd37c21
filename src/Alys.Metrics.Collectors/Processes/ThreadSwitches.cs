using System.IO.Enumeration;

namespace Alys.Metrics.Collectors.Processes;

/// <summary>
/// Counts the context switches of all threads of a process. The kernel tells them thread by thread
/// (<c>/proc/PID/status</c> has those of the first only) and forgets a thread's when it ends; here they are kept, so
/// the sum never goes down. What a thread did between the last round and its end is missing.
/// </summary>
internal sealed class ThreadSwitches(string processFolder, ProcFiles files)
{
    /// <summary>More threads than this are not read: the metric is absent rather than slow to read.</summary>
    private const int ThreadLimit = 4096;

    private static readonly EnumerationOptions Everything =
        new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The threads that are known, by their number.</summary>
    private readonly Dictionary<int, Switches> _threads = [];

    /// <summary>The number of this round.</summary>
    private int _round;

    /// <summary>The switches of threads that have ended.</summary>
    private long _endedVoluntary, _endedInvoluntary;

    /// <summary>The switches of all threads: those that gave the processor up and those it was taken from.</summary>
    public (long? Voluntary, long? Involuntary) Read()
    {
        _round++;
        int count = 0;
        try
        {
            foreach (int thread in Threads())
            {
                if (count == ThreadLimit) return GiveUp();
                if (ReadThread(thread)) count++;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return GiveUp();
        }

        return count == 0 ? GiveUp() : Sum();
    }

    /// <summary>Forgets the threads that only this round saw, so that rounds which come to no end pile up
    /// nothing.</summary>
    private (long? Voluntary, long? Involuntary) GiveUp()
    {
        foreach ((int thread, Switches switches) in _threads)
        {
            if (switches.FirstRound == _round) _threads.Remove(thread);
        }

        return (null, null);
    }

    /// <summary>Adds up, once all threads there are were read.</summary>
    private (long? Voluntary, long? Involuntary) Sum()
    {
        (long voluntary, long involuntary) = (0, 0);
        foreach ((int thread, Switches switches) in _threads)
        {
            if (switches.Round != _round)
            {
                Keep(switches);
                _threads.Remove(thread);
                continue;
            }

            voluntary += switches.Voluntary;
            involuntary += switches.Involuntary;
        }

        return (_endedVoluntary + voluntary, _endedInvoluntary + involuntary);
    }

    private void Keep(Switches ended)
    {
        _endedVoluntary += ended.Voluntary;
        _endedInvoluntary += ended.Involuntary;
    }

    private FileSystemEnumerable<int> Threads() => new(
        $"{processFolder}/task",
        static (ref FileSystemEntry entry) => int.TryParse(entry.FileName, out int thread) ? thread : 0,
        Everything);

    /// <summary>False when it cannot be read. One that is known and is listed lives, and keeps what it had.</summary>
    private bool ReadThread(int thread)
    {
        _threads.TryGetValue(thread, out Switches? known);
        if (known is not null) known.Round = _round;
        if (!files.TryRead($"{processFolder}/task/{thread}/status", out ReadOnlySpan<byte> status)
            || ProcText.NumberAfter(status, "voluntary_ctxt_switches:"u8) is not { } voluntary
            || ProcText.NumberAfter(status, "nonvoluntary_ctxt_switches:"u8) is not { } involuntary)
        {
            return false;
        }

        known ??= _threads[thread] = new Switches { FirstRound = _round, Round = _round };
        // A thread that counts less than before is another with the same number.
        if (voluntary < known.Voluntary || involuntary < known.Involuntary) Keep(known);
        (known.Voluntary, known.Involuntary) = (voluntary, involuntary);
        return true;
    }

    /// <summary>What a thread has counted, and the rounds that saw it first and last.</summary>
    private sealed class Switches
    {
        internal long Voluntary { get; set; }

        internal long Involuntary { get; set; }

        internal int FirstRound { get; init; }

        internal int Round { get; set; }
    }
}
