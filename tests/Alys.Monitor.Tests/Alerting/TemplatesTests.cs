using System.Net;
using System.Text.RegularExpressions;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Alerting;

/// <summary>What people read, rendered by Alertmanager's own tool.</summary>
public sealed partial class TemplatesTests : IDisposable
{
    private const string Group =
        """
        {"status": "firing", "receiver": "page",
         "commonLabels": {"severity": "critical", "instance": "alys-migration"}, "commonAnnotations": {},
         "alerts": [
          {"status": "firing", "startsAt": "2026-01-02T03:04:05Z", "generatorURL": "http://127.0.0.1:9090/graph",
           "labels": {"alertname": "MigrationRollback", "severity": "critical", "instance": "alys-migration"},
           "annotations": {"summary": "The migration went back", "description": "2 rollbacks in 15 min.",
            "runbook_url": "https://example.org/r.md", "dashboard": "https://example.org/d"}},
          {"status": "resolved", "startsAt": "2026-01-02T03:04:05Z", "endsAt": "2026-01-02T03:09:05Z",
           "labels": {"alertname": "Theirs", "severity": "critical"}, "annotations": {}}]}
        """;

    private readonly TemporaryHome _home = new(withSharedTools: true);

    [Fact]
    public async Task The_text_has_summary_value_runbook_and_dashboard_of_each_alert() => Assert.Equal(
        """
        FIRING critical MigrationRollback alys-migration: The migration went back
        2 rollbacks in 15 min.
        since 2026-01-02 03:04:05 UTC
        what to do: https://example.org/r.md
        dashboard: https://example.org/d
        query: http://127.0.0.1:9090/graph

        RESOLVED critical Theirs
        since 2026-01-02 03:04:05 UTC, over at 2026-01-02 03:09:05 UTC
        """,
        await RenderAsync("alys.text", Group));

    [Fact]
    public async Task The_subject_of_many_alerts_counts_them() =>
        Assert.Equal("FIRING critical 2 alerts alys-migration", await RenderAsync("alys.subject", Group));

    [Fact]
    public async Task The_subject_of_one_alert_is_its_summary() => Assert.Equal(
        "RESOLVED warning PeersLow alys-main: Few peers",
        await RenderAsync(
            "alys.subject",
            """
            {"status": "resolved", "alerts": [{}], "commonAnnotations": {"summary": "Few peers"},
             "commonLabels": {"severity": "warning", "alertname": "PeersLow", "instance": "alys-main"}}
            """));

    [Fact]
    public async Task The_receivers_of_the_manual_are_accepted_by_Alertmanager()
    {
        string manual = await File.ReadAllTextAsync(
            Path.Combine(ShippedAlerts.Monitoring, "..", "docs", "operations.md"),
            TestContext.Current.CancellationToken);
        string example = Assert.Single(Examples().Matches(manual)).Groups[1].Value;
        string committed = AlertmanagerConfig.Render(new IPEndPoint(IPAddress.Loopback, 1));
        string whole = Receivers().Replace(committed, example.Replace("$", "$$", StringComparison.Ordinal));
        Assert.DoesNotContain("127.0.0.1", whole, StringComparison.Ordinal);
        string path = await AlertmanagerConfig.WriteAsync(_home.Home, whole, TestContext.Current.CancellationToken);
        Assert.Contains("4 receivers", await Amtool.RunAsync(_home, "check-config", path), StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    // The part up to the next one that begins at the left, comments included.
    [GeneratedRegex(@"^receivers:\n(?:[ ].*\n|\n)*", RegexOptions.Multiline)]
    private static partial Regex Receivers();

    [GeneratedRegex(@"```yaml\n(receivers:\n[^`]*)```")]
    private static partial Regex Examples();

    private Task<string> RenderAsync(string template, string data) => Amtool.RunAsync(
        _home, "template", "render",
        "--template.glob=" + Path.Combine(ShippedAlerts.Monitoring, "alertmanager", "templates", "*.tmpl"),
        $"--template.text={{{{ template \"{template}\" . }}}}",
        "--template.data=" + _home.Write("data.json", data));
}
