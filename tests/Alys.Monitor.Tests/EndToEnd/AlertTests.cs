using System.Collections.Concurrent;
using System.Net;
using Alys.Monitor.Alerting;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Watching;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary>The way of an alert: a real Prometheus finds it, a real Alertmanager tells of it, a line is said.</summary>
public sealed class AlertTests : IDisposable
{
    // Prometheus finds its Alertmanager five seconds after it started. What fires before that is told a minute later,
    // so both alerts wait until then.
    private const string Rule =
        """
        groups:
          - name: test
            interval: 1s
            rules:
              - alert: NodeGone
                expr: up{job="alys"} == 0
                for: 5s
                labels: {severity: critical, component: monitoring}
                annotations: {summary: "{{ $labels.instance }} does not answer"}
              - alert: Watchdog
                expr: vector(1)
                for: 10s
                labels: {severity: none, component: monitoring}
        """;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(90);

    private readonly TemporaryHome _home = new();
    private readonly ConcurrentQueue<string> _said = new();

    [Fact]
    public async Task What_goes_wrong_is_said_and_so_is_that_it_is_well_again()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        NoticeBoard board = new(_said.Enqueue, 100);
        await using WebhookReceiver webhook = await WebhookReceiver.StartAsync(Loopback.At(0), board, cancellation);
        await using RealAlertmanager alertmanager = await RealAlertmanager.StartAsync(webhook.EndPoint);
        MonitorSettings node = new() { Listen = FreePorts.Next() };
        await using RealPrometheus prometheus = await RealPrometheus.StartAsync(
            listen => WithRule(node.Listen, listen, alertmanager.EndPoint));

        await SaidAsync("FIRING critical NodeGone alys-main: alys-main does not answer");
        await SaidAsync("Watchdog arrived: alerts find their way here");

        using LineLoggerProvider log = new(_ => { }, TimeProvider.System);
        await using MonitorHost monitor = await MonitorHost.StartAsync(node, log, cancellation);

        await SaidAsync("RESOLVED critical NodeGone alys-main: alys-main does not answer");
        Assert.Equal(3, _said.Count);
        Assert.All(board.Notices, notice => Assert.Equal("alys", notice.Labels["job"]));
        Assert.Equal([true, false], board.Notices.Select(notice => notice.Firing));
    }

    public void Dispose() => _home.Dispose();

    private string WithRule(IPEndPoint node, IPEndPoint prometheus, IPEndPoint alertmanager)
    {
        string rules = _home.Write("test.yml", Rule);
        PrometheusTargets targets = new(node, prometheus) { Alertmanager = alertmanager };
        // This rule alone: what the product's own rules say is for their own tests.
        return PrometheusConfig.Render(targets, TimeSpan.FromMilliseconds(500))
            .Replace("  - rules/*.yml", $"  - {rules}", StringComparison.Ordinal);
    }

    private Task SaidAsync(string line) =>
        Eventually.HoldsAsync(() => _said.Contains(line), Long, line, () => string.Join("\n", _said));
}
