namespace Alys.Metrics.Bench.Scrapes;

/// <summary>What a client asks for.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Accept">The header: the formats.</param>
/// <param name="AcceptEncoding">The header: the compressions; null: none.</param>
internal sealed record ScrapeRequest(string Name, string Accept, string? AcceptEncoding = null)
{
    /// <summary>The formats as Prometheus 2.42 asks for them.</summary>
    public static readonly ScrapeRequest OpenMetrics = new(
        "OpenMetrics",
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
            + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1");

    public static readonly ScrapeRequest Text = new("text", "text/plain;version=0.0.4");

    public static readonly ScrapeRequest Gzip =
        OpenMetrics with { Name = "OpenMetrics, gzip", AcceptEncoding = "gzip" };
}
