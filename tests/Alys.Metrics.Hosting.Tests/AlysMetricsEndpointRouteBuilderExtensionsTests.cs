using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Alys.Metrics.Hosting.Tests;

public sealed class AlysMetricsEndpointRouteBuilderExtensionsTests
{
    [Fact]
    public async Task The_pages_answer_on_the_applications_own_port_too()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAlysMetrics(options => options.Listen = null);
        await using WebApplication app = builder.Build();
        app.MapAlysMetrics();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        string metrics = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        string health = await client.GetStringAsync("/health", TestContext.Current.CancellationToken);
        string ready = await client.GetStringAsync("/ready", TestContext.Current.CancellationToken);

        Assert.Contains("alys_build_info{", metrics, StringComparison.Ordinal);
        Assert.Contains("alive", health, StringComparison.Ordinal);
        Assert.Contains("ready", ready, StringComparison.Ordinal);
    }
}
