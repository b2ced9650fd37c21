using System.Text.RegularExpressions;
using Alys.Metrics.Collectors;
using Alys.Monitor.Drills;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Drills;

public sealed class PaceTests
{
    [Fact]
    public void As_shipped_nothing_is_changed()
    {
        Pace shipped = new(1);
        Assert.Equal(TimeSpan.FromSeconds(15), shipped.Scrape);
        Assert.Equal(TimeSpan.FromSeconds(10), shipped.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(15), shipped.ScrapeOf("node"));
        Assert.Null(shipped.ScrapeOf("alys"));
        Assert.Equal(TimeSpan.FromMinutes(5), shipped.Lookback);
        Assert.Equal(TimeSpan.FromMinutes(1), shipped.Resend);
        string alertmanager = Resources.Text("alertmanager.yml");
        Assert.Same(alertmanager, shipped.Hasten(alertmanager));
    }

    // What operations.md promises of a fault and its alert.
    [Fact]
    public void A_fault_is_told_within_thirty_seconds_after_its_for()
    {
        Pace shipped = new(1);
        Match wait = Regex.Match(Resources.Text("alertmanager.yml"), @"^  group_wait: (\w+)$", RegexOptions.Multiline);
        TimeSpan gather = Durations.TryParse(wait.Groups[1].Value)!.Value;
        TimeSpan collected = new CollectionOptions().Interval;
        Assert.True(shipped.Scrape + shipped.Evaluation + gather + collected <= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Faster_clocks_are_the_shipped_ones_divided_and_never_too_fast()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(750), new Pace(20).Scrape);
        Assert.Equal(new Pace(20).Scrape, new Pace(20).Timeout);
        Assert.Equal(TimeSpan.FromSeconds(15), new Pace(20).Lookback);
        Assert.Equal(TimeSpan.FromMilliseconds(500), new Pace(720).Scrape);
        Assert.Equal(TimeSpan.FromSeconds(10), new Pace(720).Lookback);
        Assert.Equal(TimeSpan.FromSeconds(15), new Pace(720).Resend);
    }

    [Fact]
    public void Alertmanager_waits_a_second_at_most_and_repeats_in_proportion() => Assert.Equal(
        "group_wait: 500ms\ngroup_interval: 1s\nrepeat_interval: 720s\ngroup_wait: 0s\n",
        new Pace(20).Hasten("group_wait: 10s\ngroup_interval: 5m\nrepeat_interval: 4h\ngroup_wait: 0s\n"));
}
