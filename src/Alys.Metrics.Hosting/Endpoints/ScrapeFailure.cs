namespace Alys.Metrics.Hosting.Endpoints;

/// <summary>Why a scrape was not answered with a whole page: the label <c>reason</c> of
/// <c>alys_metrics_scrapes_failed_total</c>.</summary>
internal enum ScrapeFailure
{
    /// <summary>As many as are allowed at once were under way.</summary>
    Busy,

    /// <summary>The page was not written in time: the client reads slowly, or the process had no time.</summary>
    Timeout,

    /// <summary>The client closed the connection inside a page.</summary>
    Disconnected,
}
