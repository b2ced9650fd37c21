using System.Text;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Checking;

/// <summary><c>check --metrics</c>: the page of a program that nobody told us of is the catalog.</summary>
public sealed class LivePageTests : IDisposable
{
    private const string Page =
        """
        # TYPE shop_orders_total counter
        shop_orders_total{kind="a"} 3
        # TYPE shop_seconds histogram
        shop_seconds_bucket{le="0.5"} 1
        shop_seconds_bucket{le="+Inf"} 1
        shop_seconds_sum 0.2
        shop_seconds_count 1
        # TYPE shop_forgotten gauge

        """;

    private const string Rules =
        """
        groups:
          - name: case
            rules:
              - record: kind:shop_orders:rate5m
                expr: sum by (kind) (rate(shop_orders_total[5m])) and on () up == 1
              - record: shop:slow:ratio
                expr: rate(shop_seconds_bucket{le="0.7"}[5m]) / rate(shop_orders_total{sort="a"}[5m])
              - record: shop:sync:state
                expr: alys_sync_state + shop_ordres_total

        """;

    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Rules_are_held_against_the_page_and_our_catalog_is_left_out()
    {
        await using StaticPages pages =
            await StaticPages.StartAsync(("/metrics", "text/plain; version=0.0.4", Encoding.UTF8.GetBytes(Page)));
        string file = Path.Combine(_home.Root, "rules.yml");
        await File.WriteAllTextAsync(file, Rules, TestContext.Current.CancellationToken);
        string url = $"http://{pages.Endpoint}/metrics";
        (int code, string output, string errors) = await MonitorProcess.RunAsync("check", file, "--metrics", url);
        Assert.Equal("", errors);
        Assert.Equal(1, code);
        string[] found =
        [
            .. output.Split('\n')
                .Where(line => line.EndsWith(']') && !line.EndsWith("unused-rule]", StringComparison.Ordinal)),
        ];
        Assert.Equal(
            [
                $"{file}:7:43: shop_seconds has no bucket with le=\"0.7\" [promql/bucket-bound]",
                $"{file}:7:55: the two sides never match: kind is never there on the left and there on the right "
                + "[promql/never-matches]",
                $"{file}:7:80: shop_orders_total has no label sort [promql/unknown-label]",
                $"{file}:9:15: there is no metric alys_sync_state [promql/unknown-metric]",
                $"{file}:9:33: there is no metric shop_ordres_total [promql/unknown-metric]",
                $"{url}:8:1: shop_forgotten is declared and has no series [live/absent-metric]",
            ],
            found);
    }

    [Fact]
    public async Task What_is_no_page_is_said_in_one_line()
    {
        await using StaticPages pages =
            await StaticPages.StartAsync(("/", "text/html", "<html></html>"u8.ToArray()));
        await SaysAsync($"http://{pages.Endpoint}/", "/:1:1 is no sample: <html></html>; name the page");
        await SaysAsync($"http://{FreePorts.Next()}/metrics", "does not answer with a page");
        await SaysAsync("nowhere", "--metrics: 'nowhere' is no http or https URL");
    }

    private async Task SaysAsync(string url, string said)
    {
        (int code, string output, string errors) =
            await MonitorProcess.RunAsync("check", _home.Root, "--metrics", url);
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(
            said, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
