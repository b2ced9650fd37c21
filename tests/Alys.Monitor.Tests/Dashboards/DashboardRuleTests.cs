using System.Text.Json.Nodes;

namespace Alys.Monitor.Tests.Dashboards;

/// <summary>Every dashboard keeps every rule, and each rule finds what it is for.</summary>
public sealed class DashboardRuleTests
{
    private static readonly Dictionary<string, Func<DashboardFile, IEnumerable<string>>> Rules =
        LintRules.All.Concat(LayoutRules.All).ToDictionary(rule => rule.Key, rule => rule.Value);

    /// <summary>How to break each rule.</summary>
    private static readonly Dictionary<string, Action<JsonObject>> Breaks = new()
    {
        ["template-datasource-rule"] = root => Variable(root, "datasource")["label"] = "Source",
        ["template-job-rule"] = root => Variable(root, "job")["allValue"] = ".*",
        ["template-instance-rule"] = root => Variable(root, "instance")["multi"] = false,
        ["template-on-time-change-reload-rule"] = root => Variable(root, "job")["refresh"] = 1,
        ["panel-datasource-rule"] = root => Panel(root)["targets"]![0]!["datasource"]!["uid"] = "abc",
        ["panel-title-description-rule"] = root => Panel(root)["description"] = "",
        ["panel-units-rule"] = root => Panel(root)["fieldConfig"]!["defaults"]!["unit"] = "parsecs",
        ["panel-no-targets-rule"] = root => Panel(root)["targets"] = new JsonArray(),
        ["target-rate-interval-rule"] = root => Ask(root, "rate(process_cpu_seconds_total{job=~\"$job\"}[5m])"),
        ["target-job-rule"] = root => Ask(root, "up{instance=~\"$instance\"}"),
        ["target-instance-rule"] = root => Ask(root, "alys_peer_count"),
        ["target-counter-agg-rule"] = root => Ask(root, "sum(process_cpu_seconds_total{job=~\"$job\"})"),
        ["uneditable-dashboard"] = root => root["editable"] = true,
        ["provisionable"] = root => root["id"] = 7,
        ["unique-ids"] = root => Panel(root)["id"] = 1,
        ["no-overlap"] = root => Panel(root)["gridPos"]!["w"] = 5,
        ["within-the-grid"] = root => Panel(root)["gridPos"]!["w"] = 25,
        ["known-panel-types"] = root => Panel(root)["type"] = "graph",
        ["defined-variables"] = root => Ask(root, "up{job=~\"$cluster\"}"),
        ["used-variables"] = root => Variable(root, "job")["name"] = "cluster",
        ["live-links"] = root => root["links"]![0]!["url"] = "/d/alys-gone",
        ["way-to-the-others"] = root => root["tags"] = new JsonArray(),
        ["way-to-the-runbooks"] = root => root["links"]![1]!["url"] = "",
        ["annotations"] = root => root["annotations"]!["list"]!.AsArray().RemoveAt(0),
    };

    public static TheoryData<string> Names => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_dashboard_keeps_the_rule(string rule) => Assert.All(
        DashboardFile.All, dashboard => Assert.Empty(Rules[rule](dashboard)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_dashboard_that_breaks_the_rule_is_found(string rule)
    {
        DashboardFile broken = new(Overview.Root.DeepClone().AsObject());
        Breaks[rule](broken.Root);
        Assert.NotEmpty(Rules[rule](broken));
    }

    [Fact]
    public void There_is_a_dashboard_for_each_subsystem_under_a_uid_that_stays() => Assert.Equal(
        ["actors", "bridge", "migration", "monitoring", "network", "overview", "process", "sync"],
        DashboardFile.All.Select(dashboard => dashboard.Uid["alys-".Length..]));

    [Fact]
    public void The_first_row_of_the_overview_says_whether_all_is_well() => Assert.Equal(
        ["Firing alerts", "Node", "Sync", "Age of the head", "Migration", "Restarts, 1 h", "Errors, 10 min"],
        Overview.PanelsAndRows.Skip(1).TakeWhile(panel => DashboardFile.Text(panel, "type") != "row")
            .Select(panel => DashboardFile.Text(panel, "title")));

    [Fact]
    public void Grafana_finds_the_files_and_the_data_source_that_the_dashboards_are_preset_to()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "grafana", "provisioning");
        string source = File.ReadAllText(Path.Combine(folder, "datasources", "prometheus.yml"));
        string provider = File.ReadAllText(Path.Combine(folder, "dashboards", "alys.yml"));

        Assert.All(DashboardFile.All, dashboard => Assert.Contains(
            $"uid: {Variable(dashboard.Root, "datasource")["current"]!["value"]}\n", source, StringComparison.Ordinal));
        Assert.Contains("path: /etc/grafana/dashboards\n", provider, StringComparison.Ordinal);
    }

    private static DashboardFile Overview => DashboardFile.All.Single(dashboard => dashboard.Uid == "alys-overview");

    private static JsonObject Variable(JsonObject root, string name) =>
        new DashboardFile(root).Variables.Single(variable => DashboardFile.Text(variable, "name") == name);

    private static JsonObject Panel(JsonObject root) => new DashboardFile(root).Panels.First();

    private static void Ask(JsonObject root, string query) => Panel(root)["targets"]![0]!["expr"] = query;
}
