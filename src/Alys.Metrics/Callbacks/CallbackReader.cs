using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Alys.Metrics.Callbacks;

/// <summary>
/// Calls the callbacks of a registry on a thread of its own, in turn, so that none of them can hold a scrape or a
/// thread of the node's pool. Protocol:
/// <list type="number">
/// <item>A scrape asks for readings (<see cref="Begin"/>). One that another scrape has under way is shared; one whose
/// call has outlasted the patience is left out at once.</item>
/// <item>The reader's thread takes readings from the queue. When a call takes long while others wait, a scrape that
/// waits too takes the queue from that thread and gives it to a new one (<see cref="HandOver"/>).</item>
/// <item>A thread whose call returned takes the queue again if nobody has it, and ends if somebody does. So there are
/// at most as many threads as calls that hang, and one.</item>
/// <item>A thread without work ends after <see cref="IdleTime"/>.</item>
/// </list>
/// </summary>
/// <param name="patience">How long a call may take before scrapes go on without it.</param>
internal sealed class CallbackReader(TimeSpan patience)
{
    /// <summary>A call that takes longer than this part of the patience does not keep the others waiting.</summary>
    private const int Slices = 8;

    /// <summary>Longer than a scrape interval, as a rule: the thread is there when the next scrape comes.</summary>
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(1);

    private readonly Queue<CallbackReading> _queue = [];

    /// <summary>The thread that has the queue; null: none.</summary>
    private Thread? _thread;

    /// <summary>What <see cref="_thread"/> is calling; null: it waits for work.</summary>
    private CallbackReading? _calling;

    /// <summary>Guards everything here and in callbacks, readings and rounds. Not held while a callback is called. A
    /// monitor, because the thread waits on it for work.</summary>
    internal object Gate { get; } = new();

    internal TimeSpan Patience => patience;

    /// <summary>How long a scrape waits before it looks whether a call holds up the others.</summary>
    internal TimeSpan Slice { get; } = patience / Slices;

    /// <summary>Asks for a reading of each callback.</summary>
    internal CallbackRound Begin(List<Callback> callbacks)
    {
        var round = new CallbackRound(this, callbacks);
        lock (Gate)
        {
            for (int i = 0; i < callbacks.Count; i++)
            {
                if (!callbacks[i].WasLate) round.Add(i, Join(callbacks[i]));
            }

            for (int i = 0; i < callbacks.Count; i++)
            {
                if (callbacks[i].WasLate) round.Add(i, Join(callbacks[i]));
            }

            round.AllAreAdded();
            Wake();
        }

        return round;
    }

    /// <summary>Gives the queue to another thread when a call holds it up.</summary>
    internal void HandOver()
    {
        lock (Gate)
        {
            if (_queue.Count == 0 || _calling?.IsCalledSince(Slice) != true) return;
            _calling = null;
            _thread = null;
            Wake();
        }
    }

    /// <summary>Gives a reading back.</summary>
    /// <remarks>Threads: the lock is held.</remarks>
    internal static void Leave(CallbackReading reading)
    {
        if (--reading.Users > 0) return;
        reading.Samples.Clear();
        reading.Callback.Spare = reading;
    }

    /// <summary>The reading under way, or a new one; null while a call is overdue.</summary>
    private CallbackReading? Join(Callback callback)
    {
        if (callback.Current is { } current)
        {
            if (current.IsCalledSince(patience)) return null;
            current.Users++;
            return current;
        }

        CallbackReading reading = callback.Spare ?? new CallbackReading(callback);
        callback.Spare = null;
        callback.Current = reading;
        reading.Queue();
        reading.Users++;
        _queue.Enqueue(reading);
        return reading;
    }

    /// <summary>Sees to it that a thread takes the queue.</summary>
    /// <remarks>Threads: the lock is held. No execution context flows: callbacks belong to no scrape.</remarks>
    [SuppressMessage("Design", "CA1031", Justification = "Without a thread the families are left out, and counted.")]
    private void Wake()
    {
        if (_queue.Count == 0) return;
        if (_thread is not null)
        {
            Monitor.PulseAll(Gate);
            return;
        }

        try
        {
            _thread = new Thread(Run) { IsBackground = true, Name = "alys metrics callbacks" };
            _thread.UnsafeStart();
        }
        catch (Exception)
        {
            _thread = null;
        }
    }

    private void Run()
    {
        while (ReadNext())
        {
        }
    }

    /// <summary>One reading; false when this thread is to end. A method of its own, so that a thread that waits for
    /// work keeps no callback, and what that belongs to, from being collected.</summary>
    private bool ReadNext()
    {
        if (!WaitForWork()) return false;
        if (Take() is { } reading) End(reading, reading.TryCall());
        return true;
    }

    private bool WaitForWork()
    {
        lock (Gate)
        {
            while (true)
            {
                _thread ??= Thread.CurrentThread;
                if (_thread != Thread.CurrentThread) return false;
                if (_queue.Count > 0) return true;
                if (Monitor.Wait(Gate, IdleTime) || _queue.Count > 0) continue;
                if (_thread == Thread.CurrentThread) _thread = null;
                return false;
            }
        }
    }

    private CallbackReading? Take()
    {
        lock (Gate)
        {
            if (_thread != Thread.CurrentThread || !_queue.TryDequeue(out CallbackReading? reading)) return null;
            if (reading.Users > 1)
            {
                reading.Begin();
                return _calling = reading;
            }

            // The scrapes that asked have gone on without it.
            reading.Callback.Current = null;
            Leave(reading);
            return null;
        }
    }

    private void End(CallbackReading reading, bool read)
    {
        lock (Gate)
        {
            if (_calling == reading) _calling = null;
            Callback callback = reading.Callback;
            callback.WasLate = Stopwatch.GetElapsedTime(reading.CalledAt) >= patience;
            callback.Current = null;
            reading.End(read);
            Leave(reading);
        }
    }
}
