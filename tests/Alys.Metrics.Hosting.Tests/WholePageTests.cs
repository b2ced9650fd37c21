using System.Globalization;
using Alys.Metrics.Node;
using Alys.Metrics.Node.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alys.Metrics.Hosting.Tests;

/// <summary>Runs apart from the other tests, because the page shows the meters of the whole process.</summary>
[Collection(nameof(WholePageTests))]
[CollectionDefinition(nameof(WholePageTests), DisableParallelization = true)]
public sealed class WholePageTests
{
    /// <summary>The project's limit for all that a node exposes, and what a registry admits.</summary>
    private const int Budget = 10_000;

    /// <summary>What is left for metrics of the application's own.</summary>
    private const int Own = 1_000;

    /// <summary>Those that a node asks: execution client, Bitcoin, governance, and the like.</summary>
    private const int Servers = 5;

    private const int Routes = 12;

    private static readonly int[] Answers = [200, 400, 404, 500];

    [Fact]
    public async Task The_whole_catalog_and_the_meters_of_a_busy_node_are_within_the_budget_of_series()
    {
        await using RunningHost node = await RunningHost.StartNodeAsync();
        WholeCatalog.Fill(
            node.Services.GetRequiredService<NodeMetrics>(),
            node.Services.GetRequiredService<CollectorMetrics>(),
            TimeProvider.System);
        for (int i = 0; i < Servers; i++) await AskServerAsync(node.Client);
        foreach (string path in new[] { "metrics", "health", "ready", "nothing" })
        {
            foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
                (await node.GetAsync("/" + path, method: method)).Dispose();
        }

        string page = await node.TextAsync("/metrics");

        IReadOnlyDictionary<string, int> series = SeriesCount.ByFamily(page);
        SeriesCount.Print(series);
        Assert.InRange(series["http_server_request_duration_seconds"], Routes * Answers.Length * 16, Budget);
        Assert.InRange(series["http_client_request_duration_seconds"], Servers * Answers.Length * 16, Budget);
        Assert.InRange(series.Values.Sum(), Budget / 2, Budget - Own);
        Assert.InRange(Admitted(page), Budget / 2, Budget - Own);
        Assert.DoesNotContain("otel_metric_overflow", page, StringComparison.Ordinal);
    }

    /// <summary>Gauges that are absent now need room too.</summary>
    private static int Admitted(string page) =>
        int.Parse(
            page.Split('\n').Single(line => line.StartsWith("alys_metrics_series ", StringComparison.Ordinal))
                .Split(' ')[1],
            CultureInfo.InvariantCulture);

    /// <summary>Starts a server, asks it for each of its pages with each answer, and stops it.</summary>
    private static async Task AskServerAsync(HttpClient client)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication server = builder.Build();
        for (int i = 0; i < Routes; i++)
            server.MapGet($"/page{i}/{{status}}", (int status) => Results.StatusCode(status));
        await server.StartAsync(cancellation);
        foreach (int status in Answers)
        {
            for (int i = 0; i < Routes; i++)
                (await client.GetAsync(new Uri($"{server.Urls.Single()}/page{i}/{status}"), cancellation)).Dispose();
        }
    }
}
