namespace Alys.Metrics.Families;

/// <summary>The time of a scrape, for what is to leave after a while.</summary>
/// <param name="Clock">What measures the time.</param>
/// <param name="Now">The timestamp of now.</param>
/// <param name="LastShown">When the last scrape began that was written to its end and left nothing out; null: none
/// was.</param>
internal readonly record struct SweepTime(TimeProvider Clock, long Now, long? LastShown)
{
    internal TimeSpan Since(long timestamp) => Clock.GetElapsedTime(timestamp, Now);
}
