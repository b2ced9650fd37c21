using System.Net;
using System.Net.Sockets;
using System.Text;
using Alys.Metrics.Collectors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alys.Metrics.Hosting.Tests;

/// <summary>A host with metrics on a free port of the loopback address, and a client for it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningHost(IHost host)
    {
        _host = host;
        var handler = new SocketsHttpHandler { UseProxy = false };
        Client = new HttpClient(handler)
        {
            BaseAddress = host.Services.GetRequiredService<MetricsListener>().Address,
        };
    }

    internal HttpClient Client { get; }

    internal MetricRegistry Registry => _host.Services.GetRequiredService<MetricRegistry>();

    internal IServiceProvider Services => _host.Services;

    internal static Task<RunningHost> StartAsync(
        Action<AlysMetricsOptions>? configure = null, params ICollector[] collectors) => StartAsync(services =>
        {
            foreach (ICollector collector in collectors) services.AddSingleton(collector);
            services.AddAlysMetrics(options => Configure(options, configure));
        });

    /// <summary>One with everything that a node reports.</summary>
    internal static Task<RunningHost> StartNodeAsync() =>
        StartAsync(services => services.AddAlysNode(configure: options => Configure(options, null)));

    internal async Task<HttpResponseMessage> GetAsync(
        string path,
        string? accept = null,
        string? encoding = null,
        HttpMethod? method = null,
        string? scrapeTimeout = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (encoding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        if (scrapeTimeout is not null)
            request.Headers.TryAddWithoutValidation("X-Prometheus-Scrape-Timeout-Seconds", scrapeTimeout);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task<string> TextAsync(string path)
    {
        using HttpResponseMessage response = await GetAsync(path);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends the head of a request over a connection of its own, and reads nothing.</summary>
    internal async Task<TcpClient> AskAsync(params string[] lines)
    {
        var client = new TcpClient { ReceiveBufferSize = 1_024, NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        string head = string.Concat(lines.Select(line => line + "\r\n"));
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Waits until the page has a line, for at most 20 s. It asks for that one name only.</summary>
    internal async Task UntilLineAsync(string name, string line)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while (!(await TextAsync($"/metrics?name[]={name}")).Contains($"\n{line}\n", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, deadline.Token);
    }

    /// <summary>Waits until a page answers with a status, for at most 20 s, and returns what it says.</summary>
    internal async Task<string> UntilAsync(string path, HttpStatusCode status)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            using HttpResponseMessage response = await GetAsync(path);
            string text = await response.Content.ReadAsStringAsync(deadline.Token);
            if (response.StatusCode == status) return text;
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    private static async Task<RunningHost> StartAsync(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        add(builder.Services);
        IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new RunningHost(host);
    }

    private static void Configure(AlysMetricsOptions options, Action<AlysMetricsOptions>? configure)
    {
        options.Listen = "127.0.0.1:0";
        options.Collection.Interval = TimeSpan.FromMilliseconds(20);
        options.Collection.MaxBackoff = TimeSpan.FromMilliseconds(40);
        configure?.Invoke(options);
    }
}
