namespace Alys.Metrics.Collectors.Tests;

/// <summary>Waits for what other threads or processes bring about.</summary>
internal static class Until
{
    /// <summary>How long anything may take before the test fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task HoldsAsync(Func<bool> condition)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "The condition never held.");
            await Task.Delay(
                TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
