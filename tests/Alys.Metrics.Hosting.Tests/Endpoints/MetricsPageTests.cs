using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alys.Metrics.Hosting.Tests.Endpoints;

public sealed class MetricsPageTests
{
    private const string FailedName = "alys_metrics_scrapes_failed_total";

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
        using TcpClient stuck = await host.AskAsync("GET /metrics HTTP/1.1", "Host: a", "");

        for (int i = 0; i < 5; i++)
        {
            string text = await host.TextAsync("/metrics");
            Assert.Contains("many_total{n=\"8999\"} 8999\n", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Many_scrapes_at_once_are_all_whole()
    {
        const int Scrapes = 40;
        await using RunningHost host = await RunningHost.StartAsync(options => options.MaxConcurrentScrapes = Scrapes);
        AddCounters(host.Registry, 900);

        string[] pages = await Task.WhenAll(Enumerable.Range(0, Scrapes).Select(_ => host.TextAsync("/metrics")));

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

    [Theory]
    [InlineData("/metrics?name[]=alys_metrics_series&name[]=alys_build_info", "alys_build_info alys_metrics_series")]
    [InlineData("/metrics?name%5B%5D=alys_metrics_scrape_size_bytes_bucket", "alys_metrics_scrape_size_bytes")]
    [InlineData("/metrics?name[]=nothing", "")]
    [InlineData("/metrics?name[]", "")]
    public async Task Only_the_families_that_are_asked_for_by_name_are_written(string path, string families)
    {
        await using RunningHost host = await RunningHost.StartAsync();

        string page = await host.TextAsync(path);

        Assert.Equal(families, string.Join(' ', page.Split('\n')
            .Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[2])));
    }

    [Fact]
    public async Task A_scrape_without_time_is_refused_in_one_line_and_counted()
    {
        await using RunningHost host = await RunningHost.StartAsync();

        using HttpResponseMessage response = await host.GetAsync(
            "/metrics", encoding: "gzip", scrapeTimeout: "0.00000001");
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("The time for the scrape was over before the page was begun.\n", text);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        await host.UntilLineAsync(FailedName, Failed("timeout"));
    }

    [Fact]
    public async Task A_page_that_its_client_does_not_read_in_time_is_broken_off_and_counted()
    {
        await using RunningHost host = await RunningHost.StartAsync(Large);
        AddLongCounters(host.Registry);
        using TcpClient stuck = await host.AskAsync(
            "GET /metrics HTTP/1.1", "Host: a", "X-Prometheus-Scrape-Timeout-Seconds: 0.5", "");

        await host.UntilLineAsync(FailedName, Failed("timeout"));

        Assert.DoesNotContain("\r\n0\r\n\r\n", await RestAsync(stuck), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_in_the_middle_is_counted()
    {
        await using RunningHost host = await RunningHost.StartAsync(Large);
        AddLongCounters(host.Registry);
        using (TcpClient leaves = await host.AskAsync("GET /metrics HTTP/1.1", "Host: a", ""))
            await leaves.GetStream().ReadExactlyAsync(new byte[100], TestContext.Current.CancellationToken);

        await host.UntilLineAsync(FailedName, Failed("disconnected"));
    }

    [Fact]
    public async Task One_scrape_more_than_are_allowed_at_once_is_refused_and_a_HEAD_is_not()
    {
        using var asked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        await using RunningHost host = await RunningHost.StartAsync(options =>
        {
            options.MaxConcurrentScrapes = 1;
            options.Registry.CallbackPatience = TimeSpan.FromMinutes(1);
        });
        host.Registry.ObservableGauge("slow", "Tests.", () =>
        {
            asked.Set();
            release.Wait(TestContext.Current.CancellationToken);
            return 1;
        });
        Task<string> first = host.TextAsync("/metrics");
        asked.Wait(TestContext.Current.CancellationToken);

        using HttpResponseMessage second = await host.GetAsync("/metrics");
        using HttpResponseMessage head = await host.GetAsync("/metrics", method: HttpMethod.Head);
        string text = await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        release.Set();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), second.Headers.RetryAfter?.Delta);
        Assert.Equal("1 scrapes are under way, which is the most at once: try again.\n", text);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Contains("\nslow 1\n", await first, StringComparison.Ordinal);
        await host.UntilLineAsync(FailedName, Failed("busy"));
    }

    [Fact]
    public async Task A_callback_that_hangs_takes_half_of_the_time_and_the_page_comes_without_it()
    {
        using var release = new ManualResetEventSlim();
        await using RunningHost host = await RunningHost.StartAsync(
            options => options.Registry.CallbackPatience = TimeSpan.FromMinutes(1));
        host.Registry.ObservableGauge("slow", "Tests.", () =>
        {
            release.Wait(TestContext.Current.CancellationToken);
            return 1;
        });

        using HttpResponseMessage response = await host.GetAsync("/metrics", scrapeTimeout: "4");
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        release.Set();

        Assert.Contains("\nalys_build_info{", "\n" + text, StringComparison.Ordinal);
        Assert.Contains(
            "\nalys_metrics_callback_failures_total{family=\"slow\"} 1\n", text, StringComparison.Ordinal);
    }

    private static void Large(AlysMetricsOptions options)
    {
        options.Registry.SeriesLimit = 50_000;
        options.Registry.FamilyLimit = 45_000;
    }

    /// <summary>About 10 MiB: more than the system takes for a client that does not read.</summary>
    private static void AddLongCounters(MetricRegistry registry)
    {
        TextFamily<Counter> many = registry.TextCounterFamily("long_total", "Tests.", null, "n");
        string end = new('n', 240);
        for (int i = 0; i < 40_000; i++) many.WithLabels(i.ToString(CultureInfo.InvariantCulture) + end);
    }

    private static string Failed(string reason) => $"{FailedName}{{reason=\"{reason}\"}} 1";

    /// <summary>What still comes until the connection ends, in whatever way.</summary>
    private static async Task<string> RestAsync(TcpClient client)
    {
        using var rest = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(rest, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
        }

        return Encoding.ASCII.GetString(rest.GetBuffer(), 0, (int)rest.Length);
    }

    private static void AddCounters(MetricRegistry registry, int count)
    {
        TextFamily<Counter> many = registry.TextCounterFamily("many_total", "Tests.", null, "n");
        for (int i = 0; i < count; i++) many.WithLabels(i.ToString(CultureInfo.InvariantCulture)).Add(i);
    }
}
