using System.Collections.Concurrent;
using System.Net;
using Alys.Monitor.Alerting;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Watching;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary>A part of the monitoring ends while an alert fires, and runs again a little later: the alert is there as
/// before, nobody was told that it is over, and its end is told.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private const string Firing = "FIRING critical NodeGone alys-main: gone";
    private const string Resolved = "RESOLVED critical NodeGone alys-main: gone";

    // Prometheus finds its Alertmanager five seconds after it started; what fires before that is told later.
    private const string Rule =
        """
        groups:
          - name: test
            interval: 1s
            rules:
              - alert: NodeGone
                expr: up{job="alys"} == 0
                for: 6s
                labels: {severity: critical, component: monitoring}
                annotations: {summary: gone}
        """;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Down = TimeSpan.FromSeconds(3);

    private readonly StoppableStack _stack = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly MonitorSettings _node = new() { Listen = FreePorts.Next() };
    private WebhookReceiver _webhook = null!;
    private RealAlertmanager _alertmanager = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _webhook = await WebhookReceiver.StartAsync(Loopback.At(0), new NoticeBoard(_said.Enqueue, 100), Cancellation);
        _alertmanager = await RealAlertmanager.StartAsync(_webhook.EndPoint);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prometheus_goes_on_with_its_alert_and_lacks_only_what_it_did_not_scrape(bool kill)
    {
        await using StoppablePart part = await _stack.StartPrometheusAsync(Configuration(store: null));
        await using RealPrometheus prometheus = new(_stack.Prometheus);
        await SaidAsync(Firing);
        (_, DateTimeOffset since) = (await _stack.AlertAsync(_stack.Prometheus, "NodeGone"))!.Value;
        (double[] before, long ending) = (await ScrapesAsync(prometheus), TimeProvider.System.GetTimestamp());

        await part.RestartAsync(kill, () => Task.Delay(Down, TimeProvider.System, Cancellation));

        double[] after = [];
        await Eventually.HoldsAsync(
            async () => (after = await ScrapesAsync(prometheus)).LastOrDefault() > before[^1] + Down.TotalSeconds,
            Long, "it scrapes again");
        TimeSpan away = TimeProvider.System.GetElapsedTime(ending);
        Assert.Empty(before.Except(after));
        Assert.InRange(after.Zip(after.Skip(1), (one, next) => next - one).Max(), Down.TotalSeconds, Slack(away));

        await FiresSinceAsync(_stack.Prometheus, since);
        await HealsAsync();
    }

    [Fact]
    public async Task Alertmanager_is_told_again_of_what_fires()
    {
        await using StoppablePart part = await _stack.StartPrometheusAsync(Configuration(store: null), "1s");
        await SaidAsync(Firing);
        foreach (bool kill in (bool[])[false, true])
        {
            await _alertmanager.RestartAsync(kill);
            await Eventually.HoldsAsync(
                async () => (await _alertmanager.TryStatesAsync())?.ContainsKey("NodeGone alys-main") == true,
                Long, "the alert is back");
        }

        await HealsAsync();
    }

    [Fact]
    public async Task The_store_and_vmalert_go_on_with_their_alert()
    {
        await using StoppablePart store = await _stack.StartStoreAsync();
        await using StoppablePart vmalert = await _stack.StartVmalertAsync(Rule, _alertmanager.EndPoint);
        await using StoppablePart prometheus = await _stack.StartPrometheusAsync(
            Configuration(new StoreTargets(_stack.Store, _stack.Vmalert)));
        await SaidAsync(Firing);
        (_, DateTimeOffset since) = (await _stack.AlertAsync(_stack.Vmalert, "NodeGone"))!.Value;

        await store.RestartAsync(kill: false, () => Task.Delay(Down, TimeProvider.System, Cancellation));
        await FiresSinceAsync(_stack.Vmalert, since);
        await vmalert.RestartAsync(kill: true, () => Task.CompletedTask);
        await FiresSinceAsync(_stack.Vmalert, since);
        await HealsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _alertmanager.DisposeAsync();
        await _webhook.DisposeAsync();
        _stack.Dispose();
    }

    // A scrape, and whatever the machine does meanwhile.
    private static double Slack(TimeSpan time) => (time + 4 * Interval).TotalSeconds;

    private static async Task<double[]> ScrapesAsync(RealPrometheus prometheus)
    {
        var result = (await prometheus.GetAsync("api/v1/query?query=" + Uri.EscapeDataString("up{job=\"alys\"}[5m]")))
            .GetProperty("result");
        return result.GetArrayLength() == 0 ? []
            : [.. result[0].GetProperty("values").EnumerateArray().Select(sample => sample[0].GetDouble())];
    }

    private string Configuration(StoreTargets? store)
    {
        string rules = _stack.WriteRule(Rule);
        PrometheusTargets targets = new(_node.Listen, _stack.Prometheus)
        {
            Alertmanager = _alertmanager.EndPoint,
            Store = store,
        };
        // This rule alone: what the product's own rules say is for their own tests.
        return PrometheusConfig.Render(targets, Interval)
            .Replace("  - rules/*.yml", $"  - {rules}", StringComparison.Ordinal);
    }

    // The beginning is kept as whole seconds.
    private Task FiresSinceAsync(IPEndPoint evaluator, DateTimeOffset since) => Eventually.HoldsAsync(
        async () => await _stack.AlertAsync(evaluator, "NodeGone") is ("firing", var activeAt)
            && (activeAt - since).Duration() < TimeSpan.FromSeconds(1.5),
        Long, $"it fires since {since:O}");

    private async Task HealsAsync()
    {
        Assert.Equal([Firing], _said);
        using LineLoggerProvider log = new(_ => { }, TimeProvider.System);
        await using MonitorHost monitor = await MonitorHost.StartAsync(_node, log, Cancellation);
        await SaidAsync(Resolved);
        Assert.Equal([Firing, Resolved], _said);
    }

    private Task SaidAsync(string line) =>
        Eventually.HoldsAsync(() => _said.Contains(line), Long, line, () => string.Join("\n", _said));
}
