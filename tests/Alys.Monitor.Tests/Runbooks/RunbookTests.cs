using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Runbooks;

public sealed partial class RunbookTests
{
    private static readonly string[] Sections =
        ["## Impact", "## First look", "## Likely causes", "## What to do", "## When to escalate", "## Silence"];

    private static readonly string[] Dashboards =
        ["overview", "migration", "actors", "sync", "network", "bridge", "process", "monitoring"];

    public static TheoryData<string> Names => [.. Shelf.Runbooks.Select(runbook => runbook.Name)];

    [Fact]
    public void Every_alert_has_a_runbook_and_every_runbook_an_alert() => Assert.Equal(
        Shelf.Alerts.Select(alert => alert.Alert).Distinct().Order(StringComparer.Ordinal),
        Shelf.Runbooks.Select(runbook => runbook.Name));

    [Fact]
    public void The_index_lists_each_once() => Assert.Equal(
        Shelf.Runbooks.Select(runbook => runbook.Name),
        Shelf.Index.Select(entry => entry.Alert).Order(StringComparer.Ordinal));

    [Fact]
    public void The_index_has_the_severity_of_a_rule() => Assert.Empty(Shelf.Index.Except(Shelf.Alerts));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_its_sections_in_order(string name)
    {
        Runbook runbook = Find(name);
        Assert.Equal(["# " + name, .. Sections], runbook.Headings);
        Assert.Matches(@"^\*\*[^*]+\.\*\*$", runbook.Meaning);
        Assert.All(Sections, section => Assert.NotEqual("", runbook.Section(section)[(section.Length + 1)..].Trim()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_begins_with_two_to_five_queries_and_a_dashboard(string name)
    {
        Runbook runbook = Find(name);
        Assert.InRange(runbook.Queries.Count, 2, 5);
        string look = runbook.Section("## First look");
        Assert.All(runbook.Queries, query => Assert.Contains(query, look, StringComparison.Ordinal));
        Match dashboard = Dashboard().Match(look);
        Assert.Contains(dashboard.Groups["name"].Value, Dashboards);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_silences_its_own_alert_for_a_limited_time(string name) => Assert.Matches(
        $@"amtool silence add .*--duration=\d+[mh] (?s:.*)alertname={name}(?!\w)", Find(name).Section("## Silence"));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_faults_that_it_names_are_there(string name) => Assert.All(
        FaultCommand().Matches(Find(name).Text), fault => Assert.Contains(fault.Groups["name"].Value, Shelf.Faults));

    private static Runbook Find(string name) => Shelf.Runbooks.Single(runbook => runbook.Name == name);

    [GeneratedRegex("`/d/alys-(?<name>[a-z]+)`")]
    private static partial Regex Dashboard();

    [GeneratedRegex(@"\./alys fault (?<name>[a-z0-9-]+)")]
    private static partial Regex FaultCommand();
}
