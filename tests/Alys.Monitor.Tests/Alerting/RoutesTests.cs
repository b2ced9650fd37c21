using Alys.Monitor.Tests.Fixtures;

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
        foreach (ShippedAlert alert in ShippedAlerts.All)
        {
            string receivers = await RouteAsync(
                $"alertname={alert.Name}", $"severity={alert.Severity}", $"component={alert.Component}",
                "job=alys", "instance=alys-main");
            Assert.Equal($"{alert}: {Expected(alert)}", $"{alert}: {receivers}");
        }
    }

    [Fact]
    public async Task An_alert_of_someone_else_is_a_ticket_and_not_lost() =>
        Assert.Equal("ticket", await RouteAsync("alertname=Theirs", "severity=disaster"));

    public void Dispose() => _home.Dispose();

    private static string Expected(ShippedAlert alert) => alert switch
    {
        { Name: "Watchdog" } => "watchdog",
        { Severity: "critical" } => "page",
        { Severity: "warning" } => "ticket",
        { Severity: "info" } => "info",
        _ => throw new InvalidOperationException($"{alert} has a severity that nobody is told of"),
    };

    private Task<string> RouteAsync(params string[] labels) =>
        Amtool.RunAsync(_home, ["config", "routes", "test", "--config.file=" + Committed, .. labels]);
}
