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

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0 };

    /// <summary>The threads of the round before.</summary>
    private Dictionary<int, Switches> _before = [];

    /// <summary>The threads of this round; the two change places after it.</summary>
    private Dictionary<int, Switches> _now = [];

    /// <summary>What threads that have ended had counted.</summary>
    private Switches _ended;

    /// <summary>The switches of all threads: those that gave the processor up and those it was taken from.</summary>
    public (long? Voluntary, long? Involuntary) Read()
    {
        try
        {
            foreach (int thread in Threads())
            {
                if (_now.Count == ThreadLimit) return GiveUp();
                if (ReadThread(thread) is { } switches) _now[thread] = switches;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return GiveUp();
        }

        return _now.Count == 0 ? GiveUp() : Sum();
    }

    private (long? Voluntary, long? Involuntary) Sum()
    {
        foreach ((int thread, Switches last) in _before)
        {
            // A thread that counts less than before is another with the same number.
            bool same = _now.TryGetValue(thread, out Switches now)
                && now.Voluntary >= last.Voluntary && now.Involuntary >= last.Involuntary;
            if (!same) _ended = _ended.Plus(last);
        }

        Switches sum = _ended;
        foreach (Switches switches in _now.Values) sum = sum.Plus(switches);
        (_before, _now) = (_now, _before);
        _now.Clear();
        return (sum.Voluntary, sum.Involuntary);
    }

    private (long? Voluntary, long? Involuntary) GiveUp()
    {
        _now.Clear();
        return (null, null);
    }

    private FileSystemEnumerable<int> Threads() => new(
        $"{processFolder}/task",
        static (ref FileSystemEntry entry) => int.TryParse(entry.FileName, out int thread) ? thread : 0,
        Everything);

    private Switches? ReadThread(int thread)
    {
        if (!files.TryRead($"{processFolder}/task/{thread}/status", out ReadOnlySpan<byte> status)) return null;
        return ProcText.NumberAfter(status, "voluntary_ctxt_switches:"u8) is { } voluntary
            && ProcText.NumberAfter(status, "nonvoluntary_ctxt_switches:"u8) is { } involuntary
            ? new Switches(voluntary, involuntary)
            : null;
    }

    private readonly record struct Switches(long Voluntary, long Involuntary)
    {
        public Switches Plus(Switches other) => new(Voluntary + other.Voluntary, Involuntary + other.Involuntary);
    }
}
