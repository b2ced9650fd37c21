using System.Net;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Watching;

namespace Alys.Monitor.Tests.Stack;

public sealed class PrometheusServerTests : IDisposable
{
    private readonly TemporaryHome _home = new(withSharedTools: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_keeps_thirty_days_listens_on_loopback_and_stops_quickly()
    {
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        IPEndPoint listen = FreePorts.Next();
        string configuration = PrometheusConfig.Render(
            new PrometheusTargets(FreePorts.Next(), listen), TimeSpan.FromSeconds(1));
        await using ChildProcess server = await PrometheusServer.StartAsync(
            package, _home.Home, listen, configuration, TimeProvider.System, Cancellation);
        await using RealPrometheus asked = new(listen);
        string flags = (await asked.GetAsync("api/v1/status/flags")).ToString();
        Assert.Contains("\"storage.tsdb.retention.time\":\"30d\"", flags, StringComparison.Ordinal);
        Assert.Contains("\"storage.tsdb.retention.size\":\"0B\"", flags, StringComparison.Ordinal);
        Assert.Contains($"\"web.listen-address\":\"{listen}\"", flags, StringComparison.Ordinal);
        // Where the query of an alert can be seen.
        Assert.Contains($"\"web.external-url\":\"http://{listen}\"", flags, StringComparison.Ordinal);

        Uri page = await PrometheusServer.GraphPageAsync(listen, "up == 1", Cancellation);
        Assert.Equal("?g0.expr=up%20%3D%3D%201&g0.tab=0&g0.range_input=5m", page.Query);
        using HttpClient http = Loopback.Client();
        Assert.Contains("<html", await http.GetStringAsync(page, Cancellation), StringComparison.Ordinal);

        long stopping = TimeProvider.System.GetTimestamp();
        await server.StopAsync();
        Assert.True(TimeProvider.System.GetElapsedTime(stopping) < TimeSpan.FromSeconds(10), "it had to be killed");
    }

    [Fact]
    public async Task It_has_scraped_when_a_sample_is_newer_than_its_start()
    {
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        MonitorSettings target = new() { Listen = FreePorts.Next() };
        using LineLoggerProvider log = new(_ => { }, TimeProvider.System);
        await using MonitorHost monitor = await MonitorHost.StartAsync(target, log, Cancellation);
        IPEndPoint listen = FreePorts.Next();
        TimeSpan interval = TimeSpan.FromMilliseconds(200);
        DateTimeOffset started = TimeProvider.System.GetUtcNow();
        await using ChildProcess server = await PrometheusServer.StartAsync(
            package, _home.Home, listen,
            PrometheusConfig.Render(new PrometheusTargets(target.Listen, listen), interval),
            TimeProvider.System, Cancellation);
        await PrometheusServer.FirstScrapeAsync(server, listen, 1, started, interval, Cancellation);
        await using RealPrometheus asked = new(listen);
        Assert.Equal(1, await asked.QueryAsync("up{job=\"alys\"}"));

        // From now on, a sample of the past is not enough.
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await PrometheusServer.FirstScrapeAsync(server, listen, 1, now, interval, Cancellation);
        Assert.True(await asked.QueryAsync("timestamp(up{job=\"alys\"})") >= now.ToUnixTimeMilliseconds() / 1000.0);
    }

    [Fact]
    public async Task A_configuration_it_does_not_take_is_said_with_its_own_words()
    {
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        StackException died = await Assert.ThrowsAsync<StackException>(() => PrometheusServer.StartAsync(
            package, _home.Home, FreePorts.Next(), "no: configuration", TimeProvider.System, Cancellation));
        Assert.Contains("field no not found", died.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();
}
