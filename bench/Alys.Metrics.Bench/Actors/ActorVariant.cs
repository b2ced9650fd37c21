namespace Alys.Metrics.Bench.Actors;

/// <summary>How the actors are measured.</summary>
internal enum ActorVariant
{
    /// <summary>Not at all.</summary>
    [LabelValue("bare Akka.NET")]
    Bare,

    [LabelValue("counts and sizes")]
    Counts,

    [LabelValue("and times, 1 in 64 (default)")]
    Sampled64,

    [LabelValue("and times, 1 in 256")]
    Sampled256,

    [LabelValue("and times of all")]
    All,

    /// <summary>The usual way: a counter and a histogram of System.Diagnostics.Metrics with tags for each message, and
    /// OpenTelemetry listening.</summary>
    [LabelValue("Meter and OpenTelemetry")]
    Meter,
}
