namespace Alys.Metrics.Collectors;

/// <summary>When the <see cref="CollectionLoop"/> reads its collectors, and what it does when they fail.</summary>
public sealed class CollectionOptions
{
    /// <summary>Time from the start of one round to the start of the next. Greater than zero, at most an hour. Default:
    /// 5 s.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a read may take; one that takes longer counts as failed and its answer is dropped. Greater
    /// than zero, at most an hour. Default: 4 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>The longest wait between two rounds of a failing collector, jitter included. An <see cref="Interval"/>
    /// that is longer takes its place. Greater than zero, at most an hour. Default: 60 s.</summary>
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>By which share a backoff is made longer or shorter at random, so that many monitors of one node do not
    /// return to it all at once. 0 to 0.5. Default: 0.1, ten percent either way.</summary>
    public double Jitter { get; set; } = 0.1;

    /// <summary>Failed rounds in a row after which a collector's gauges leave the exposition. At least 1. Default:
    /// 3.</summary>
    public int ForgetAfter { get; set; } = 3;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and the
    /// range.</exception>
    public void Validate()
    {
        RequireDuration(Interval, nameof(Interval));
        RequireDuration(Timeout, nameof(Timeout));
        RequireDuration(MaxBackoff, nameof(MaxBackoff));
        Require(Jitter is >= 0 and <= 0.5, nameof(Jitter), "from 0 to 0.5");
        Require(ForgetAfter >= 1, nameof(ForgetAfter), "at least 1");
    }

    private static void RequireDuration(TimeSpan value, string name) =>
        Require(value > TimeSpan.Zero && value <= TimeSpan.FromHours(1), name, "longer than zero and at most an hour");

    private static void Require(bool holds, string name, string range)
    {
        if (!holds) throw new ArgumentException($"{nameof(CollectionOptions)}.{name} must be {range}.");
    }
}
