using Alys.DevNode.Faults;

namespace Alys.DevNode.Hosting;

/// <summary>The node's clock: right, unless the fault <see cref="Fault.ClockSkew"/> is on.</summary>
internal sealed class SkewedClock(TimeProvider right, FaultBoard faults) : TimeProvider
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    public override TimeZoneInfo LocalTimeZone => right.LocalTimeZone;

    public override long TimestampFrequency => right.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() =>
        faults.IsOn(Fault.ClockSkew) ? right.GetUtcNow() + Skew : right.GetUtcNow();

    public override long GetTimestamp() => right.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        right.CreateTimer(callback, state, dueTime, period);
}
