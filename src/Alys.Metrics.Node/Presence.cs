namespace Alys.Metrics.Node;

/// <summary>When gauges that were never reported are exposed.</summary>
public enum Presence
{
    /// <summary>At 0 from the start: a node knows its own state, and a query must find a series.</summary>
    FromTheStart,

    /// <summary>Not before the first report: an observer beside a node claims nothing that it has not seen.</summary>
    WhenReported,
}
