using System.Diagnostics.CodeAnalysis;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>A clock that costs one load to read and is right to a tenth of a second: every message can have its time,
/// where a real timestamp would cost half as much as the message itself.</summary>
internal static class CoarseClock
{
    internal static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private static int _now;

    [SuppressMessage("CodeQuality", "IDE0052", Justification = "A timer that nobody holds is collected.")]
    private static readonly Timer Timer = new(_ => Volatile.Write(ref _now, Ticks()), null, TimeSpan.Zero, Tick);

    /// <summary>Ticks since the machine started; wraps, so only differences mean something.</summary>
    internal static int Now => _now;

    /// <summary>How long ago a tick was.</summary>
    internal static TimeSpan Since(int tick) => Tick * Math.Max(0, unchecked(Ticks() - tick));

    private static int Ticks() => unchecked((int)(Environment.TickCount64 / (long)Tick.TotalMilliseconds));
}
