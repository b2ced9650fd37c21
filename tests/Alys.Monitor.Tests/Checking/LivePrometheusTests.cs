using System.Globalization;
using System.Text;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Checking;

/// <summary><c>check --prometheus</c> over a real Prometheus that scrapes a program that nobody told us of.</summary>
public sealed class LivePrometheusTests : IDisposable
{
    private const int Orders = 9_000;

    private const string Rules =
        """
        groups:
          - name: case
            rules:
              - record: kind:shop_orders:rate5m
                expr: sum by (kind) (rate(shop_orders_total[5m])) and on () up == 1
              - record: shop:slow:ratio
                expr: rate(shop_seconds_bucket{le="0.7"}[5m]) / rate(shop_orders_total{sort="a"}[5m])
              - record: shop:none:count
                expr: count(shop_none) + count(node_load1)

        """;

    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Rules_are_held_against_what_it_has_and_what_is_absent_or_too_much_is_said()
    {
        await using StaticPages shop = await StaticPages.StartAsync(
            ("/metrics", "text/plain; version=0.0.4", Encoding.UTF8.GetBytes(Page())));
        await using RealPrometheus prometheus =
            await RealPrometheus.StartAsync(shop.Endpoint, TimeSpan.FromSeconds(1));
        await Eventually.HoldsAsync(
            async () => await prometheus.QueryAsync("shop_seconds_sum") is not null
                && await prometheus.QueryAsync("scrape_samples_post_metric_relabeling{job=\"alys\"}") is not null,
            Eventually.Patience, "the page was scraped", () => "");
        string file = Path.Combine(_home.Root, "rules.yml");
        await File.WriteAllTextAsync(file, Rules, TestContext.Current.CancellationToken);

        (int code, string output, string errors) =
            await MonitorProcess.RunAsync("check", file, "--prometheus", prometheus.Url.ToString());

        Assert.Equal("", errors);
        Assert.Equal(1, code);
        Assert.Contains("7:43: shop_seconds has no bucket with le=\"0.7\" ", output, StringComparison.Ordinal);
        Assert.Contains("7:80: shop_orders_total has no label sort ", output, StringComparison.Ordinal);
        Assert.Contains("9:21: there is no metric shop_none ", output, StringComparison.Ordinal);
        Assert.Contains(
            "9:40: node_load1 is known and has no series now; 1 query asks for it [live/absent-metric]", output,
            StringComparison.Ordinal);
        Assert.Contains("alys alys-main has 9004 series of 10000 that it may have", output, StringComparison.Ordinal);
        Assert.Contains("Most are of shop_orders_total (9000), ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_none_it_is_said_in_one_line()
    {
        (int code, string output, string errors) = await MonitorProcess.RunAsync(
            "check", _home.Root, "--prometheus", $"http://{FreePorts.Next()}");
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(
            " does not answer (", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    private static string Page()
    {
        StringBuilder page = new("# TYPE shop_orders_total counter\n");
        for (int i = 0; i < Orders; i++)
            page.Append(CultureInfo.InvariantCulture, $"shop_orders_total{{kind=\"{i}\"}} 1\n");
        page.Append("# TYPE shop_seconds histogram\nshop_seconds_bucket{le=\"0.5\"} 1\n");
        page.Append("shop_seconds_bucket{le=\"+Inf\"} 1\nshop_seconds_sum 0.2\nshop_seconds_count 1\n");
        return page.ToString();
    }
}
