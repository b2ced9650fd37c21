namespace Alys.Metrics.Collectors.Tests;

public sealed class CollectionScheduleTests
{
    [Fact]
    public void A_failing_collector_waits_twice_as_long_each_time_up_to_the_limit()
    {
        CollectionSchedule schedule = Create(0);
        int[] seconds = [.. Enumerable.Range(1, 7).Select(failures => (int)Wait(schedule, failures).TotalSeconds)];
        Assert.Equal([5, 10, 20, 40, 60, 60, 60], seconds);
    }

    [Fact]
    public void Years_of_failures_do_not_overflow()
    {
        Assert.Equal(TimeSpan.FromSeconds(60), Wait(Create(0), int.MaxValue));
    }

    [Fact]
    public void Jitter_spreads_both_ways_within_its_share_and_never_beyond_the_limit()
    {
        CollectionSchedule schedule = Create(0.1);
        double[] first = [.. Enumerable.Range(0, 1000).Select(_ => Wait(schedule, 1).TotalSeconds)];
        Assert.All(first, wait => Assert.InRange(wait, 4.5, 5.5));
        Assert.True(first.Min() < 4.6 && first.Max() > 5.4);

        double[] longest = [.. Enumerable.Range(0, 1000).Select(_ => Wait(schedule, 20).TotalSeconds)];
        Assert.All(longest, wait => Assert.InRange(wait, 49, 60));
        Assert.True(longest.Min() < 50 && longest.Max() > 59);
    }

    [Fact]
    public void A_healthy_collector_has_no_jitter()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), Wait(Create(0.5), 0));
    }

    [Theory]
    [InlineData(100, 103, 105)]
    [InlineData(100, 105, 110)]
    [InlineData(100, 117, 120)]
    [InlineData(100, 120, 125)]
    public void The_next_round_is_on_the_grid_of_the_interval_and_in_the_future(int due, int now, int next)
    {
        Assert.Equal(
            TimeSpan.FromSeconds(next), Create(0).Next(TimeSpan.FromSeconds(due), TimeSpan.FromSeconds(now), 0));
    }

    [Fact]
    public void An_interval_beyond_the_longest_backoff_is_the_longest_backoff()
    {
        var options = new CollectionOptions { Jitter = 0, Interval = TimeSpan.FromMinutes(5) };
        var schedule = new CollectionSchedule(options, new Random(1));
        Assert.Equal(TimeSpan.FromMinutes(5), Wait(schedule, 1));
        Assert.Equal(TimeSpan.FromMinutes(5), Wait(schedule, 9));
    }

    private static CollectionSchedule Create(double jitter) =>
        new(new CollectionOptions { Jitter = jitter }, new Random(1));

    private static TimeSpan Wait(CollectionSchedule schedule, int failures) =>
        schedule.Next(TimeSpan.Zero, TimeSpan.Zero, failures);
}
