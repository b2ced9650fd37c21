using System.Text.RegularExpressions;
using Alys.Monitor.Rules;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Rules;

public sealed partial class CommittedRulesTests
{
    private const string Refresh = "ALYS_REFRESH=1 ./alys test Alys.Monitor";

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
    public async Task Every_case_of_the_rules_comes_out_as_it_is_written() => await PromtoolAsync(
        ["test", "rules", .. CommittedRules.Names("tests").Select(name => "tests/" + name)]);

    [Fact]
    public void Every_alert_says_how_bad_it_is_what_it_is_about_and_where_to_look() => Assert.All(Alerts(), alert =>
    {
        Assert.Matches("\n +severity: (critical|warning|info|none)\n", alert.Text);
        Assert.Matches("\n +component: [a-z]+\n", alert.Text);
        Assert.Matches("\n +summary: .+\n +description: >-\n(.*\n)*.*\\$value", alert.Text);
        Assert.Contains($"/docs/runbooks/{alert.Name}.md", alert.Text, StringComparison.Ordinal);
        Assert.Matches("\n +dashboard: 'http[^']+/d/alys-[a-z]+'", alert.Text);
    });

    [Fact]
    public void Every_alert_has_a_case_in_which_it_fires_and_one_in_which_it_stays_silent()
    {
        string tests = string.Concat(
            CommittedRules.Names("tests").Select(name => CommittedRules.Text("tests/" + name)));
        ILookup<string, bool> fires = Case().Matches(tests)
            .ToLookup(match => match.Groups["alert"].Value, match => !match.Groups["none"].Success);
        Assert.All(Alerts(), alert =>
        {
            Assert.True(fires[alert.Name].Contains(true), $"no case has {alert.Name} fire");
            // The watchdog is there to be never silent.
            Assert.True(
                alert.Name == "Watchdog" || fires[alert.Name].Contains(false), $"no case has {alert.Name} silent");
        });
    }

    private static IReadOnlyList<(string Name, string Text)> Alerts() =>
    [
        .. from file in CommittedRules.Names("rules")
           from Match alert in Alert().Matches(CommittedRules.Text("rules/" + file))
           select (alert.Groups["name"].Value, alert.Value),
    ];

    private static async Task PromtoolAsync(IEnumerable<string> arguments)
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        List<string> said = [];
        (int code, string errors) =
            await ToolRun.RunAsync(package.Promtool, arguments, CommittedRules.Home, said.Add, cancellation);
        Assert.True(code == 0, string.Join('\n', [.. said, errors]));
    }

    [GeneratedRegex(@"^      - alert: (?<name>\w+)\n(?:(?!      - |  - name).*\n)*", RegexOptions.Multiline)]
    private static partial Regex Alert();

    [GeneratedRegex(@"alertname: (?<alert>\w+)\n +exp_alerts:(?<none> \[\])?\n")]
    private static partial Regex Case();
}
