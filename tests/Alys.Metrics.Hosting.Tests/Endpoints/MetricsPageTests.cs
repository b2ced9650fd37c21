using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alys.Metrics.Hosting.Tests.Endpoints;

public sealed class MetricsPageTests
{
    [Fact]
    public async Task Text_is_the_default_and_says_so()
    {
        await using RunningHost host = await RunningHost.StartAsync();

        using HttpResponseMessage response = await host.GetAsync("/metrics");
        byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(["Accept", "Accept-Encoding"], response.Headers.Vary);
        Assert.Equal((byte)'#', body[0]);
        Assert.DoesNotContain((byte)'\r', body);
        string text = Encoding.UTF8.GetString(body);
        Assert.Contains("alys_build_info{component=\"node\",version=\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("# EOF", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenMetrics_comes_when_it_is_asked_for_and_ends_in_EOF()
    {
        await using RunningHost host = await RunningHost.StartAsync();

        using HttpResponseMessage response =
            await host.GetAsync("/metrics", "application/openmetrics-text;version=1.0.0");
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            "application/openmetrics-text; version=1.0.0; charset=utf-8",
            response.Content.Headers.ContentType?.ToString());
        Assert.EndsWith("\n# EOF\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gzip_gives_the_same_page()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        AddCounters(host.Registry, 900);

        using HttpResponseMessage response = await host.GetAsync("/metrics", encoding: "gzip");
        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(new GZipStream(body, CompressionMode.Decompress));
        string text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.Equal(900, text.Split('\n').Count(line => line.StartsWith("many_total{", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Head_has_the_headers_and_no_body()
    {
        await using RunningHost host = await RunningHost.StartAsync();

        using HttpResponseMessage response = await host.GetAsync("/metrics", method: HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_up_no_other()
    {
        await using RunningHost host = await RunningHost.StartAsync(options => options.Registry.FamilyLimit = 9_000);
        AddCounters(host.Registry, 9_000);
        using var stuck = new TcpClient { ReceiveBufferSize = 1_024 };
        Uri address = host.Client.BaseAddress!;
        await stuck.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken);
        await stuck.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"GET /metrics HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"),
            TestContext.Current.CancellationToken);

        for (int i = 0; i < 5; i++)
        {
            string text = await host.TextAsync("/metrics");
            Assert.Contains("many_total{n=\"8999\"} 8999\n", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Many_scrapes_at_once_are_all_whole()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        AddCounters(host.Registry, 900);

        string[] pages = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => host.TextAsync("/metrics")));

        Assert.All(pages, page => Assert.Contains("many_total{n=\"899\"} 899\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST", HttpStatusCode.MethodNotAllowed, "/metrics")]
    [InlineData("GET", HttpStatusCode.NotFound, "/")]
    public async Task Other_methods_and_paths_are_refused(string method, HttpStatusCode status, string path)
    {
        await using RunningHost host = await RunningHost.StartAsync();

        using HttpResponseMessage response = await host.GetAsync(path, method: new HttpMethod(method));

        Assert.Equal(status, response.StatusCode);
    }

    private static void AddCounters(MetricRegistry registry, int count)
    {
        TextFamily<Counter> many = registry.TextCounterFamily("many_total", "Tests.", null, "n");
        for (int i = 0; i < count; i++) many.WithLabels(i.ToString(CultureInfo.InvariantCulture)).Add(i);
    }
}
