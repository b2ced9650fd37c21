using System.Text.RegularExpressions;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Alerting;

/// <summary>Which alerts say nothing new, over a real Alertmanager.</summary>
public sealed partial class InhibitionTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private static readonly string[] InhibitRules = File.ReadAllText(
            Path.Combine(ShippedAlerts.Monitoring, "alertmanager", "alertmanager.yml"))
        .Split("inhibit_rules:")[1].Split("- source_matchers:")[1..];

    [Fact]
    public async Task A_target_that_is_down_silences_all_of_that_target_and_nothing_else()
    {
        await using RealAlertmanager server = await RealAlertmanager.StartAsync(FreePorts.Next());
        await server.PostAsync(
            Alert("TargetDown", "critical", "alys-main"),
            Alert("HeadStale", "warning", "alys-main"),
            Alert("PeersIsolated", "critical", "alys-main"),
            Alert("PeersIsolated", "critical", "alys-migration"),
            Alert("TargetDown", "critical", "alys-migration", "another-job"),
            Alert("Watchdog", "none"),
            Alert("ChainWide", "critical"));

        await UntilAsync(server, new()
        {
            ["TargetDown alys-main"] = "active",
            ["HeadStale alys-main"] = "suppressed",
            ["PeersIsolated alys-main"] = "suppressed",
            ["PeersIsolated alys-migration"] = "active",
            ["TargetDown alys-migration"] = "active",
            ["Watchdog"] = "active",
            ["ChainWide"] = "active",
        });
    }

    [Fact]
    public async Task Without_the_labels_that_say_which_target_a_target_silences_nothing()
    {
        await using RealAlertmanager server = await RealAlertmanager.StartAsync(FreePorts.Next());
        await server.PostAsync(Alert("TargetDown", "critical"), Alert("ChainWide", "critical"));

        await UntilAsync(server, new() { ["TargetDown"] = "active", ["ChainWide"] = "active" });
    }

    [Fact]
    public async Task Each_critical_alert_silences_its_own_warnings_of_the_same_node_only()
    {
        await using RealAlertmanager server = await RealAlertmanager.StartAsync(FreePorts.Next());
        Dictionary<string, string> expected = [];
        int node = 0;
        foreach ((string source, string target) in Pairs().Where(pair => pair.Source != "ChainHalted"))
        {
            string instance = $"node-{node++}";
            string other = $"node-{node++}";
            await server.PostAsync(
                Alert(source, "critical", instance), Alert(target, "warning", instance),
                Alert(target, "warning", other));
            expected[$"{source} {instance}"] = "active";
            expected[$"{target} {instance}"] = "suppressed";
            expected[$"{target} {other}"] = "active";
        }

        Assert.True(expected.Count >= 60, $"only {expected.Count} alerts were found in the file");
        await UntilAsync(server, expected);
    }

    [Fact]
    public async Task A_page_is_not_silenced_by_another()
    {
        await using RealAlertmanager server = await RealAlertmanager.StartAsync(FreePorts.Next());
        await server.PostAsync(
            Alert("SyncFailed", "critical", "alys-main"), Alert("SyncStalled", "critical", "alys-main"));

        await UntilAsync(server, new() { ["SyncFailed alys-main"] = "active", ["SyncStalled alys-main"] = "active" });
    }

    [Fact]
    public async Task A_chain_that_halts_silences_what_each_node_says_of_it()
    {
        await using RealAlertmanager server = await RealAlertmanager.StartAsync(FreePorts.Next());
        await server.PostAsync(
            Alert("ChainHalted", "critical"), Alert("HeadStale", "warning", "alys-main"),
            Alert("HeadStale", "warning", "alys-migration"), Alert("PeersLow", "warning", "alys-main"));

        await UntilAsync(server, new()
        {
            ["ChainHalted"] = "active",
            ["HeadStale alys-main"] = "suppressed",
            ["HeadStale alys-migration"] = "suppressed",
            ["PeersLow alys-main"] = "active",
        });
    }

    [Fact]
    public void Every_alert_that_is_named_is_one_that_we_ship_and_none_silences_itself()
    {
        Assert.All(Pairs(), pair => Assert.NotEqual(pair.Source, pair.Target));
        HashSet<string> shipped = [.. ShippedAlerts.All.Select(alert => alert.Name)];
        Assert.All(InhibitRules, rule => Assert.Empty(
            Named().Matches(rule).SelectMany(match => match.Groups[1].Value.Split('|')).Except(shipped)));
    }

    [Fact]
    public void The_labels_that_must_be_equal_are_on_both_alerts() => Assert.All(
        // That of the chain stands for all nodes, and has the labels of none.
        InhibitRules.Where(rule => !rule.Contains("ChainHalted", StringComparison.Ordinal)),
        rule =>
        {
            string[] equal = Equal().Match(rule).Groups[1].Value.Split(", ");
            IEnumerable<string> named = Names().Matches(rule).SelectMany(match => match.Groups[1].Value.Split('|'));
            Assert.All(
                FiringCases.Labels.Where(labels => named.Contains(labels["alertname"])),
                labels => Assert.Empty(equal.Except(labels.Keys)));
        });

    private static Dictionary<string, string> Alert(
        string name, string severity, string? instance = null, string job = "alys")
    {
        Dictionary<string, string> labels = new() { ["alertname"] = name, ["severity"] = severity };
        if (instance is not null)
            (labels["job"], labels["instance"]) = (job, instance);
        return labels;
    }

    private static async Task UntilAsync(RealAlertmanager server, Dictionary<string, string> expected)
    {
        string seen = "";
        await Eventually.HoldsAsync(
            async () =>
            {
                Dictionary<string, string> states = await server.StatesAsync();
                seen = string.Join(", ", expected.Where(pair => states.GetValueOrDefault(pair.Key) != pair.Value)
                    .Select(pair => $"{pair.Key} is {states.GetValueOrDefault(pair.Key)}, not {pair.Value}"));
                return seen.Length == 0;
            },
            Long, "alerts are silenced as they should be", () => seen);
    }

    /// <summary>Who silences whom by name: each of the alternatives with each.</summary>
    private static IEnumerable<(string Source, string Target)> Pairs() =>
        from rule in InhibitRules
        let names = Names().Matches(rule).Select(match => match.Groups[1].Value.Split('|')).ToArray()
        where names.Length == 2
        from source in names[0]
        from target in names[1]
        select (source, target);

    [GeneratedRegex("alertname=~?\"([^\"]+)\"")]
    private static partial Regex Names();

    [GeneratedRegex("alertname!?=~?\"([^\"]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex(@"equal: \[([^\]]+)\]")]
    private static partial Regex Equal();
}
