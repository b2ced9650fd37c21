using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Text;
using Alys.Metrics;
using Alys.Metrics.Node;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary>Our page as the real Prometheus and promtool read it.</summary>
public sealed class PrometheusTests
{
    private static readonly TimeSpan ScrapeInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>What promtool says of names that operators already use, and stay as they are.</summary>
    private static readonly string[] ContractFindings =
    [
        // v1 names these counters so.
        .. new[]
        {
            "alys_aura_slot_author_retrievals", "alys_aura_slot_claim_totals", "alys_chain_block_production_totals",
            "alys_chain_network_gossip_totals", "alys_chain_pegin_totals", "alys_chain_process_block_totals",
        }.Select(name => name + " counter metrics should have \"_total\" suffix"),
        // ALYS-003 names the gauge of the peers so.
        "alys_peer_count non-histogram and non-summary metrics should not have \"_count\" suffix",
    ];

    [Theory]
    [InlineData("application/openmetrics-text;version=1.0.0", "application/openmetrics-text")]
    [InlineData("text/plain;version=0.0.4", "text/plain")]
    public async Task It_scrapes_every_sample_in_either_format(string accept, string contentType)
    {
        await using WatchedChain watched = await WatchedChain.StartAsync();
        await using var relay = await AcceptRelay.StartAsync(watched.Endpoint, accept);
        await using RealPrometheus prometheus = await RealPrometheus.StartAsync(relay.Endpoint, ScrapeInterval);
        double? height = null;

        await Eventually.HoldsAsync(
            async () => (height = await prometheus.QueryAsync("alys_sync_current_height")) is not null,
            TimeSpan.FromSeconds(30), "Prometheus has the height");

        Assert.Equal(contentType, relay.ContentType);
        Assert.Equal(1, await prometheus.QueryAsync("up{job=\"alys\"}"));
        // A page has more samples than the one before it when something happened for the first time.
        await Eventually.HoldsAsync(
            async () => await prometheus.QueryAsync("scrape_samples_scraped{job=\"alys\"}") == relay.Samples
                && await prometheus.QueryAsync("scrape_samples_post_metric_relabeling{job=\"alys\"}") == relay.Samples,
            TimeSpan.FromSeconds(30), "Prometheus has taken every sample of the newest page");
        double? duplicates = await prometheus.QueryAsync(
            "sum(prometheus_target_scrapes_sample_duplicate_timestamp_total)");
        Assert.Equal(0, duplicates ?? 0);
        Assert.Equal(0, await prometheus.QueryAsync("sum(prometheus_target_scrapes_sample_out_of_order_total)") ?? 0);
    }

    [Fact]
    public async Task Promtool_finds_nothing_on_the_page_of_a_monitor()
    {
        await using WatchedChain watched = await WatchedChain.StartAsync();

        // The runtime's own meter has names that promtool does not like; they are OpenTelemetry's convention.
        Assert.DoesNotContain(
            await PromtoolAsync(await watched.PageAsync()),
            finding => !finding.StartsWith("dotnet_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Promtool_finds_nothing_in_the_catalog_but_names_in_use()
    {
        var registry = new MetricRegistry();
        _ = new NodeMetrics(registry, TimeProvider.System);
        new ProcessMetrics(registry).Report(new ProcessReading { Pid = 1, CpuPercent = 1, ResidentBytes = 1 });
        var page = new ArrayBufferWriter<byte>();
        registry.Write(page, ExpositionFormat.Text);

        string[] findings = await PromtoolAsync(Encoding.UTF8.GetString(page.WrittenSpan));
        Assert.Equal(ContractFindings.Order(), findings.Order());
    }

    private static async Task<string[]> PromtoolAsync(string page)
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        using var promtool = Process.Start(new ProcessStartInfo(package.Promtool, ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        await promtool.StandardInput.WriteAsync(page);
        promtool.StandardInput.Close();
        string said = await promtool.StandardError.ReadToEndAsync(cancellation);
        await promtool.WaitForExitAsync(cancellation);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Passes scrapes on with an Accept header of its own: Prometheus 2.42 has no setting for the format.
    /// </summary>
    private sealed class AcceptRelay : IAsyncDisposable
    {
        private readonly WebApplication _server;
        private readonly HttpClient _http = Loopback.Client(Eventually.Patience);

        private AcceptRelay(WebApplication server) => _server = server;

        internal IPEndPoint Endpoint => IPEndPoint.Parse(new Uri(_server.Urls.Single()).Authority);

        internal string? ContentType { get; private set; }

        /// <summary>How many samples the newest page has.</summary>
        internal int Samples { get; private set; }

        internal static async Task<AcceptRelay> StartAsync(IPEndPoint target, string accept)
        {
            WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var relay = new AcceptRelay(builder.Build());
            relay._server.Run(context => relay.PassOnAsync(context, target, accept));
            await relay._server.StartAsync(TestContext.Current.CancellationToken);
            return relay;
        }

        public async ValueTask DisposeAsync()
        {
            await _server.DisposeAsync();
            _http.Dispose();
        }

        private async Task PassOnAsync(HttpContext context, IPEndPoint target, string accept)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{target}{context.Request.Path}");
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using HttpResponseMessage response = await _http.SendAsync(request, context.RequestAborted);
            ContentType = response.Content.Headers.ContentType?.MediaType;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            string page = await response.Content.ReadAsStringAsync(context.RequestAborted);
            Samples = page.Split('\n').Count(line => line.Length > 0 && line[0] != '#');
            await context.Response.WriteAsync(page, context.RequestAborted);
        }
    }
}
