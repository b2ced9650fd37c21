using System.Diagnostics;

namespace Alys.Metrics.Callbacks;

/// <summary>The readings that one scrape asked for: it waits for them, writes what came in time, and gives them back.
/// </summary>
/// <remarks><b>Threads:</b> one at a time, the scrape's.</remarks>
internal sealed class CallbackRound
{
    private readonly CallbackReader _reader;
    private readonly List<Callback> _callbacks;

    /// <summary>A reading for each callback; null: there is nothing to write of it.</summary>
    private readonly CallbackReading?[] _readings;

    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>Readings that are not over, and one for as long as they are being added.</summary>
    private int _pending = 1;

    /// <summary>Where the next look-up begins: families are written in the order in which they were asked.</summary>
    private int _next;

    internal CallbackRound(CallbackReader reader, List<Callback> callbacks)
    {
        _reader = reader;
        _callbacks = callbacks;
        _readings = new CallbackReading?[callbacks.Count];
    }

    /// <summary>Waits until all is read that is worth waiting for, and decides what the page will have.</summary>
    internal async ValueTask WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        while (TimeToWait(atMost) is { } time && !cancellation.IsCancellationRequested)
        {
            await _over.Task.WaitAsync(time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _reader.HandOver();
        }

        Settle(count: !cancellation.IsCancellationRequested);
    }

    /// <summary>The same, for a caller that has a thread to block.</summary>
    internal void Wait()
    {
        while (TimeToWait(_reader.Patience) is { } time)
        {
            _over.Task.Wait(time);
            _reader.HandOver();
        }

        Settle(count: true);
    }

    /// <summary>What a callback said; null: its family is left out.</summary>
    internal CallbackSamples? SamplesOf(Callback callback)
    {
        for (int i = _next; i < _callbacks.Count; i++)
        {
            if (_callbacks[i] != callback) continue;
            _next = i;
            return _readings[i]?.Samples;
        }

        return null;
    }

    /// <summary>Gives everything back; nothing may be written after this.</summary>
    internal void Release()
    {
        lock (_reader.Gate)
        {
            foreach (CallbackReading? reading in _readings)
            {
                if (reading is not null) CallbackReader.Leave(reading);
            }

            Array.Clear(_readings);
        }
    }

    /// <remarks>Threads: the reader's lock is held, as for the next two.</remarks>
    internal void Add(int callback, CallbackReading? reading)
    {
        _readings[callback] = reading;
        if (reading is null) return;
        reading.Rounds.Add(this);
        _pending++;
    }

    internal void AllAreAdded() => OneIsOver();

    internal void OneIsOver()
    {
        if (--_pending == 0) _over.TrySetResult();
    }

    private TimeSpan? TimeToWait(TimeSpan atMost)
    {
        if (_over.Task.IsCompleted) return null;
        TimeSpan waited = Stopwatch.GetElapsedTime(_began);
        if (waited >= atMost) return null;
        lock (_reader.Gate)
        {
            foreach (CallbackReading? reading in _readings)
            {
                if (reading is not null && IsWorthWaiting(reading, waited))
                    return atMost - waited < _reader.Slice ? atMost - waited : _reader.Slice;
            }
        }

        return null;
    }

    private bool IsWorthWaiting(CallbackReading reading, TimeSpan waited) =>
        !reading.IsOver
        && (reading.Callback.WasLate ? waited < _reader.Slice : !reading.IsCalledSince(_reader.Patience));

    private void Settle(bool count)
    {
        lock (_reader.Gate)
        {
            for (int i = 0; i < _readings.Length; i++)
            {
                CallbackReading? reading = _readings[i];
                if (reading?.State == CallbackState.Read) continue;
                if (count) _callbacks[i].Failures.Increment();
                _readings[i] = null;
                if (reading is null) continue;
                reading.Rounds.Remove(this);
                CallbackReader.Leave(reading);
            }
        }
    }
}
