using System.Text.RegularExpressions;
using Alys.Monitor.Rules;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Dashboards;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Rules;

public sealed partial class CommittedRulesTests
{
    private const string Refresh = "ALYS_REFRESH=1 ./alys test Alys.Monitor";

    private static readonly IReadOnlyList<RuleText> Alerts =
        [.. RuleFileText.All.SelectMany(file => file.Rules).Where(rule => rule.IsAlert)];

    [Fact]
    public void The_rules_are_what_templates_and_settings_say()
    {
        IReadOnlyDictionary<string, string> rendered = RuleTemplates.Render(
            CommittedRules.Names("templates")
                .ToDictionary(name => name, name => CommittedRules.Text("templates/" + name)),
            RuleTemplates.ReadSettings(CommittedRules.Text("settings.yml"), "settings.yml"));
        foreach ((string file, string text) in rendered)
        {
            string path = Path.Combine(CommittedRules.Home, "rules", file);
            if (Environment.GetEnvironmentVariable("ALYS_REFRESH") == "1") File.WriteAllText(path, text);
            Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"{path} is stale: run {Refresh}");
        }

        Assert.Equal(rendered.Keys, CommittedRules.Names("rules"));
    }

    [Fact]
    public async Task Promtool_finds_nothing_wrong_with_the_rules() => await PromtoolAsync(
        [
            "check", "rules", "--lint=all", "--lint-fatal",
            .. CommittedRules.Names("rules").Select(name => "rules/" + name),
        ]);

    [Fact]
    public async Task Promtool_finds_nothing_wrong_with_the_configuration_and_the_rules_that_it_names() =>
        Assert.Contains(
            $"{CommittedRules.Names("rules").Count} rule files found",
            await PromtoolAsync(["check", "config", "--lint=all", "--lint-fatal", "prometheus.yml"]),
            StringComparison.Ordinal);

    [Fact]
    public async Task Every_case_of_the_rules_comes_out_as_it_is_written() => await PromtoolAsync(
        ["test", "rules", .. CommittedRules.Names("tests").Select(name => "tests/" + name)]);

    [Fact]
    public void Every_rule_is_taken_out_of_its_file() => Assert.Equal(
        CommittedRules.Names("rules").Sum(name => Rule().Count(CommittedRules.Text("rules/" + name))),
        RuleFileText.All.Sum(file => file.Rules.Count));

    [Fact]
    public void Every_alert_says_how_bad_it_is_what_it_is_about_and_where_to_look() => Assert.All(Alerts, alert =>
    {
        Assert.Matches("^(critical|warning|info|none)$", alert.Label("severity"));
        Assert.Matches("^[a-z]+$", alert.Label("component"));
        Assert.Matches("\n +summary: .+\n +description: >-\n(.*\n)*.*\\$value", alert.Text);
        Assert.EndsWith($"/docs/runbooks/{alert.Name}.md", alert.Annotation("runbook_url"), StringComparison.Ordinal);
        Assert.Matches("^http.+/d/", alert.Annotation("dashboard"));
        Assert.Contains(
            alert.Annotation("dashboard").Split("/d/")[1], DashboardFile.All.Select(dashboard => dashboard.Uid));
    });

    [Fact]
    public void Every_alert_has_a_case_in_which_it_fires_and_one_in_which_it_stays_silent()
    {
        HashSet<string> fires = [.. FiringCases.Labels.Select(labels => labels["alertname"])];
        Assert.All(Alerts, alert =>
        {
            Assert.True(fires.Contains(alert.Name), $"no case has {alert.Name} fire");
            // The watchdog is there to be never silent.
            Assert.True(
                alert.Name == "Watchdog" || FiringCases.Silent.Contains(alert.Name),
                $"no case has {alert.Name} silent");
        });
    }

    [Fact]
    public void Every_label_that_a_text_names_is_one_of_the_alert() => Assert.All(Alerts, alert =>
    {
        string[] named = [.. NamedLabel().Matches(alert.Text).Select(match => match.Groups["name"].Value)];
        Assert.All(
            FiringCases.Labels.Where(labels => labels["alertname"] == alert.Name),
            labels => Assert.Empty(named.Except(labels.Keys)));
    });

    private static async Task<string> PromtoolAsync(IEnumerable<string> arguments)
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        List<string> said = [];
        (int code, string errors) =
            await ToolRun.RunAsync(package.Promtool, arguments, CommittedRules.Home, said.Add, cancellation);
        string all = string.Join('\n', [.. said, errors]);
        Assert.True(code == 0, all);
        return all;
    }

    [GeneratedRegex(@"\$labels\.(?<name>\w+)")]
    private static partial Regex NamedLabel();

    [GeneratedRegex("^ *- (alert|record): ", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
