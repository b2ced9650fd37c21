using Alys.Metrics.Hosting.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Alys.Metrics.Hosting.Tests.Endpoints;

public sealed class NegotiationMemoryTests
{
    private const string OpenMetrics = "application/openmetrics-text;version=1.0.0";

    private readonly NegotiationMemory _memory = new();

    [Fact]
    public void Each_client_gets_what_it_asked_for_whoever_came_before()
    {
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(new Negotiated(ExpositionFormat.OpenMetrics, true), Of(OpenMetrics, "gzip"));
            Assert.Equal(new Negotiated(ExpositionFormat.OpenMetrics, true), Of(OpenMetrics, "gzip"));
            Assert.Equal(new Negotiated(ExpositionFormat.OpenMetrics, false), Of(OpenMetrics, null));
            Assert.Equal(new Negotiated(ExpositionFormat.Text, false), Of(null, null));
            Assert.Equal(new Negotiated(ExpositionFormat.Text, true), Of("text/plain", "gzip"));
        }
    }

    private Negotiated Of(string? accept, string? encoding)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        if (accept is not null) headers.Accept = accept;
        if (encoding is not null) headers.AcceptEncoding = encoding;
        return _memory.Of(headers);
    }
}
