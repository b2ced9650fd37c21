using System.Text.RegularExpressions;
using Alys.Metrics.Collectors;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>How fast the clocks of a stage are: those that are shipped, divided by one number.</summary>
/// <param name="Speed">How many times as fast as shipped; 1: as shipped.</param>
internal sealed partial record Pace(double Speed)
{
    // More often, a machine with two processors has no time left for what is to be seen.
    private static readonly TimeSpan LeastScrape = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(200);

    // Alertmanager takes an alert for over when it has not heard of it for four times as long, which a busy machine
    // must not make happen.
    private static readonly TimeSpan LeastResend = TimeSpan.FromSeconds(15);

    // How old a sample may be, how often Prometheus says again that an alert fires: its own defaults.
    private static readonly TimeSpan ShippedLookback = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShippedResend = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShippedTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Whether nothing is changed.</summary>
    public bool IsShipped => Speed == 1;

    /// <summary>How often targets are scraped; at least half a second.</summary>
    public TimeSpan Scrape => ChosenScrape ?? Longer(Shipped("scrape_interval") / Speed, LeastScrape);

    /// <summary>How often targets are scraped whatever the speed; null: as the speed says.</summary>
    public TimeSpan? ChosenScrape { get; init; }

    /// <summary>How often rules are evaluated; at least half a second.</summary>
    public TimeSpan Evaluation => Longer(Shipped("evaluation_interval") / Speed, LeastScrape);

    /// <summary>How long a scrape may take. On a faster clock as long as until the next one: a node is no faster
    /// there.</summary>
    public TimeSpan Timeout => IsShipped ? ShippedTimeout : Scrape;

    /// <summary>How often a monitor reads its sources; at least every 200 ms.</summary>
    public TimeSpan Collection => Longer(new CollectionOptions().Interval / Speed, LeastWait);

    /// <summary>How old a sample may be that still counts: as many scrapes as shipped.</summary>
    public TimeSpan Lookback => ShippedLookback / Shipped("scrape_interval") * Scrape;

    /// <summary>How often Prometheus tells again of an alert that fires; at least 15 seconds. Beginning and end are
    /// told at once.</summary>
    public TimeSpan Resend => Longer(ShippedResend / Speed, LeastResend);

    /// <summary>How often the targets of a job are scraped, if its part of the shipped configuration says so; else
    /// null.</summary>
    public TimeSpan? ScrapeOf(string job)
    {
        Match own = Regex.Match(
            Resources.Text("prometheus.yml"), $@"- job_name: {job}\n(?:    .*\n)*?    scrape_interval: (\w+)\n");
        return own.Success && Durations.TryParse(own.Groups[1].Value) is { } shipped
            ? Longer(shipped / Speed, LeastScrape) : null;
    }

    /// <summary>Alertmanager's configuration on this clock. Its waits are for people who would get one message for
    /// each alert; here they are at most a second, so that it is the alert that is timed.</summary>
    public string Hasten(string alertmanager) => IsShipped ? alertmanager
        : Waits().Replace(alertmanager, match =>
        {
            TimeSpan wait = Durations.TryParse(match.Groups["time"].Value)!.Value / Speed;
            bool isRepeat = match.Groups["name"].Value == "repeat_interval";
            TimeSpan most = isRepeat ? TimeSpan.MaxValue : TimeSpan.FromSeconds(1);
            TimeSpan least = match.Groups["name"].Value == "group_wait" && wait == TimeSpan.Zero ? wait : LeastWait;
            return $"{match.Groups["name"].Value}: {Durations.ToText(Longer(wait < most ? wait : most, least))}";
        });

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shipped(string name)
    {
        Match line = Regex.Match(Resources.Text("prometheus.yml"), $@"(?<=^global:\n(?:  .*\n)*)  {name}: (\w+)$",
            RegexOptions.Multiline);
        return Durations.TryParse(line.Groups[1].Value)
            ?? throw new InvalidOperationException($"prometheus.yml must give {name} below global");
    }

    [GeneratedRegex(@"(?<name>group_wait|group_interval|repeat_interval): (?<time>[0-9]+(?:ms|s|m|h))\b")]
    private static partial Regex Waits();
}
