namespace Alys.DevNode.Faults;

/// <summary>Which faults are on, and until when. Every fault ends by itself.</summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> <see cref="IsOn"/> is a read and, while a fault is on, a look at the
/// clock.</remarks>
internal sealed class FaultBoard(TimeProvider clock) : IDisposable
{
    /// <summary>How long a fault lasts unless said otherwise.</summary>
    public static readonly TimeSpan DefaultDuration = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan LeastDuration = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan MostDuration = TimeSpan.FromHours(1);

    // By the number of the fault: null when it is off.
    private readonly Activation?[] _active = new Activation?[FaultDescriptions.All.Count];

    /// <summary>A fault begins; the token ends with it. What it starts must end then.</summary>
    public event Action<Fault, CancellationToken>? Started;

    /// <summary>The clock that the faults go by, which none of them changes.</summary>
    public TimeProvider Clock => clock;

    public bool IsOn(Fault fault) => SecondsLeft(fault) > 0;

    /// <summary>What is left of a fault; 0 when it is off.</summary>
    public double SecondsLeft(Fault fault) =>
        Volatile.Read(ref _active[(int)fault]) is { } active
            ? Math.Max(0, (active.Duration - clock.GetElapsedTime(active.Start)).TotalSeconds)
            : 0;

    /// <summary>Begins a fault, or begins it anew.</summary>
    public void Start(Fault fault, TimeSpan duration)
    {
        var active = new Activation(clock.GetTimestamp(), duration, new CancellationTokenSource(duration, clock));
        Interlocked.Exchange(ref _active[(int)fault], active)?.End();
        Started?.Invoke(fault, active.Over.Token);
    }

    /// <summary>Ends a fault now.</summary>
    public void Stop(Fault fault) => Interlocked.Exchange(ref _active[(int)fault], null)?.End();

    public void Dispose()
    {
        foreach (Fault fault in FaultDescriptions.All) Stop(fault);
    }

    private sealed record Activation(long Start, TimeSpan Duration, CancellationTokenSource Over)
    {
        public void End()
        {
            Over.Cancel();
            Over.Dispose();
        }
    }
}
