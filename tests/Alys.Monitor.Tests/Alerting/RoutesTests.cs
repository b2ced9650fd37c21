using System.Collections.Concurrent;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Alerting;

/// <summary>The committed <c>alertmanager.yml</c>, asked with Alertmanager's own tool.</summary>
public sealed class RoutesTests : IDisposable
{
    private static readonly string Committed =
        Path.Combine(ShippedAlerts.Monitoring, "alertmanager", "alertmanager.yml");

    private readonly TemporaryHome _home = new(withSharedTools: true);

    [Fact]
    public async Task The_committed_file_and_its_templates_are_accepted()
    {
        string said = await Amtool.RunAsync(_home, "check-config", Committed);
        Assert.Contains("1 templates", said, StringComparison.Ordinal);
        Assert.Contains("4 receivers", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_alert_goes_to_one_receiver_by_its_severity()
    {
        ConcurrentBag<string> wrong = [];
        await Parallel.ForEachAsync(FiringCases.Labels, TestContext.Current.CancellationToken, async (labels, _) =>
        {
            string receivers = await RouteAsync([.. labels.Select(label => $"{label.Key}={label.Value}")]);
            if (receivers != Expected(labels["alertname"], labels["severity"]))
                wrong.Add($"{string.Join(' ', labels)} goes to {receivers}");
        });
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_alert_of_the_rules_is_among_those_that_are_asked_for() => Assert.Equal(
        ShippedAlerts.All.Select(alert => $"{alert}").Order(StringComparer.Ordinal),
        FiringCases.Labels
            .Select(labels => $"{new ShippedAlert(labels["alertname"], labels["severity"], labels["component"])}")
            .Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task An_alert_of_someone_else_is_a_ticket_and_not_lost() =>
        Assert.Equal("ticket", await RouteAsync("alertname=Theirs", "severity=disaster"));

    public void Dispose() => _home.Dispose();

    private static string Expected(string alert, string severity) => (alert, severity) switch
    {
        ("Watchdog", "none") => "watchdog",
        (_, "critical") => "page",
        (_, "warning") => "ticket",
        (_, "info") => "info",
        _ => throw new InvalidOperationException($"{alert} has the severity {severity}, of which nobody is told"),
    };

    private Task<string> RouteAsync(params string[] labels) =>
        Amtool.RunAsync(_home, ["config", "routes", "test", "--config.file=" + Committed, .. labels]);
}
