using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Collectors.Tests;

/// <summary>A clock turned by hand which tells what the loop waits for, so that a test turns it only when the loop does
/// wait. Timers of one duration are time limits of reads; all others are waits between rounds.</summary>
internal sealed class ObservedClock(TimeSpan readLimit) : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();
    private int _liveLimits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == readLimit)
        {
            Interlocked.Increment(ref _liveLimits);
            return new LimitTimer(timer, this);
        }

        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Returns when the loop has ended a round and waits for the next: how long.</summary>
    public async Task<TimeSpan> NextWaitAsync() =>
        await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Until.Patience);

    /// <summary>Lets the loop's wait pass, and returns the wait after it.</summary>
    public async Task<TimeSpan> PassAsync(TimeSpan wait)
    {
        Advance(wait);
        return await NextWaitAsync();
    }

    /// <summary>Returns when a read is under its time limit.</summary>
    public Task ReadIsLimitedAsync() => Until.HoldsAsync(() => Volatile.Read(ref _liveLimits) > 0);

    private sealed class LimitTimer(ITimer timer, ObservedClock clock) : ITimer
    {
        private int _disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0) Interlocked.Decrement(ref clock._liveLimits);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
