namespace Alys.Metrics.Bench.Actors;

/// <summary>What the actors do.</summary>
internal enum ActorWorkload
{
    [LabelValue("ping-pong")]
    PingPong,

    [LabelValue("fan-in of four")]
    FanIn,

    [LabelValue("2 µs of work a message")]
    Working,
}
