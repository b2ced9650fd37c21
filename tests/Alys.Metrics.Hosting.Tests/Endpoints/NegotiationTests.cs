using Alys.Metrics.Hosting.Endpoints;

namespace Alys.Metrics.Hosting.Tests.Endpoints;

public sealed class NegotiationTests
{
    /// <summary>What Prometheus 3 sends.</summary>
    private const string Prometheus3 =
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6," +
        "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4," +
        "text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

    /// <summary>What Prometheus 2.42 sends.</summary>
    private const string Prometheus2 =
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75," +
        "text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

    [Theory]
    [InlineData(Prometheus3, ExpositionFormat.OpenMetrics)]
    [InlineData(Prometheus2, ExpositionFormat.OpenMetrics)]
    [InlineData("", ExpositionFormat.Text)]
    [InlineData("*/*", ExpositionFormat.Text)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ExpositionFormat.Text)]
    [InlineData("application/openmetrics-text", ExpositionFormat.OpenMetrics)]
    [InlineData("APPLICATION/OpenMetrics-Text; Version=\"1.0.0\"", ExpositionFormat.OpenMetrics)]
    [InlineData("application/openmetrics-text;version=0.0.1", ExpositionFormat.Text)]
    [InlineData("application/openmetrics-text;version=2.0.0,text/plain;q=0.1", ExpositionFormat.Text)]
    [InlineData("application/openmetrics-text;q=0", ExpositionFormat.Text)]
    [InlineData("application/openmetrics-text;q=0,*/*", ExpositionFormat.Text)]
    [InlineData("application/openmetrics-text;q=0.3,text/plain;q=0.5", ExpositionFormat.Text)]
    [InlineData("application/openmetrics-text;q=0.5,text/plain;q=0.3", ExpositionFormat.OpenMetrics)]
    [InlineData("application/openmetrics-text;q=0.5,*/*;q=0.9", ExpositionFormat.Text)]
    [InlineData("text/plain;version=0.0.4;q=0,application/openmetrics-text;q=0.1", ExpositionFormat.OpenMetrics)]
    [InlineData("application/json", ExpositionFormat.Text)]
    [InlineData(";;;q=,,,", ExpositionFormat.Text)]
    public void The_format_is_the_one_of_the_highest_quality(string accept, ExpositionFormat format) =>
        Assert.Equal(format, Negotiation.Format(accept));

    [Fact]
    public void Several_headers_count_as_one_list() => Assert.Equal(
        ExpositionFormat.OpenMetrics,
        Negotiation.Format(new(["text/plain;q=0.5", "application/openmetrics-text"])));

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("GZIP, deflate", true)]
    [InlineData("deflate, gzip;q=0.5", true)]
    [InlineData("*", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("*;q=0", false)]
    [InlineData("gzip;q=0, *", false)]
    [InlineData("gzip;q=0.2, identity;q=0.8", false)]
    [InlineData("deflate, br", false)]
    [InlineData("", false)]
    public void Gzip_is_used_when_it_is_wanted(string acceptEncoding, bool gzip) =>
        Assert.Equal(gzip, Negotiation.AcceptsGzip(acceptEncoding));
}
