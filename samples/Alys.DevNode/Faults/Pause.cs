namespace Alys.DevNode.Faults;

/// <summary>Holds a thread, as bad code does: without a timer, whose end would need a thread of the pool.</summary>
internal static class Pause
{
    /// <summary>Blocks the calling thread.</summary>
    public static void For(TimeSpan time)
    {
        using var never = new ManualResetEventSlim();
        never.Wait(time);
    }
}
