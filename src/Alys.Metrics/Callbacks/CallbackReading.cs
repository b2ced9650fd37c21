using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Alys.Metrics.Callbacks;

/// <summary>One reading of one callback, shared by the scrapes that asked for it. Guarded by the reader.</summary>
internal sealed class CallbackReading(Callback callback)
{
    internal Callback Callback => callback;

    /// <summary>What was found; written by the reading thread before <see cref="State"/> says that it is
    /// there.</summary>
    internal CallbackSamples Samples { get; } = new();

    /// <summary>The scrapes that wait for it.</summary>
    internal List<CallbackRound> Rounds { get; } = [];

    internal CallbackState State { get; private set; }

    /// <summary>When the call began.</summary>
    internal long CalledAt { get; private set; }

    /// <summary>Scrapes that have not given it back, and the reader. It is used again when nobody has it.</summary>
    internal int Users { get; set; }

    internal bool IsOver => State is CallbackState.Read or CallbackState.Failed;

    /// <summary>Whether the call has been under way for so long.</summary>
    internal bool IsCalledSince(TimeSpan time) =>
        State == CallbackState.Calling && Stopwatch.GetElapsedTime(CalledAt) >= time;

    internal void Queue()
    {
        State = CallbackState.Waiting;
        Users = 1;
    }

    internal void Begin()
    {
        State = CallbackState.Calling;
        CalledAt = Stopwatch.GetTimestamp();
    }

    /// <summary>Calls. The lock is not held.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A fault in a callback must not become one of the scrape.")]
    internal bool TryCall()
    {
        try
        {
            callback.Read(Samples);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    internal void End(bool read)
    {
        State = read ? CallbackState.Read : CallbackState.Failed;
        foreach (CallbackRound round in Rounds) round.OneIsOver();
        Rounds.Clear();
    }
}

/// <summary>How far a reading is.</summary>
internal enum CallbackState
{
    Waiting,
    Calling,
    Read,
    Failed,
}
