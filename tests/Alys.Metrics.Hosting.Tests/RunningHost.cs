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

    internal static async Task<RunningHost> StartAsync(
        Action<AlysMetricsOptions>? configure = null, params ICollector[] collectors)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        foreach (ICollector collector in collectors) builder.Services.AddSingleton(collector);
        builder.Services.AddAlysMetrics(options =>
        {
            options.Listen = "127.0.0.1:0";
            options.Collection.Interval = TimeSpan.FromMilliseconds(20);
            options.Collection.MaxBackoff = TimeSpan.FromMilliseconds(40);
            configure?.Invoke(options);
        });
        IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new RunningHost(host);
    }

    internal async Task<HttpResponseMessage> GetAsync(
        string path, string? accept = null, string? encoding = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (encoding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task<string> TextAsync(string path)
    {
        using HttpResponseMessage response = await GetAsync(path);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until a page answers with a status, for at most 20 s, and returns what it says.</summary>
    internal async Task<string> UntilAsync(string path, System.Net.HttpStatusCode status)
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
}
