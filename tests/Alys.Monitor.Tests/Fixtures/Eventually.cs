namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Waits for what comes by itself, with a deadline.</summary>
internal static class Eventually
{
    /// <summary>How long one answer may take on a machine that is busy with other tests.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns when the condition holds; fails with what was last seen when it does not in time.</summary>
    public static async Task HoldsAsync(
        Func<Task<bool>> condition, TimeSpan deadline, string what, Func<string>? seen = null)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        long started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > deadline)
                Assert.Fail($"not within {deadline.TotalSeconds:0} s: {what}. {seen?.Invoke()}");
            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }
    }

    public static Task HoldsAsync(Func<bool> condition, TimeSpan deadline, string what, Func<string>? seen = null) =>
        HoldsAsync(() => Task.FromResult(condition()), deadline, what, seen);
}
