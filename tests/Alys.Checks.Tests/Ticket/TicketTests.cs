using Alys.Checks.Catalogs;
using Alys.Checks.Reading;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Cases;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Ticket;

/// <summary>
/// The rules, the dashboard and the configuration of Prometheus that the ticket asks for, as they stand there, checked
/// against the metrics that it defines: each mistake in them of a known kind is found. The files beside this one hold
/// them; <c>dashboard.json</c> cannot say so itself.
/// </summary>
public sealed class TicketTests
{
    private static readonly Lazy<IReadOnlyList<Problem>> Found = new(() =>
    {
        SourceFile[] files = [.. Read("rules.yml"), .. Read("prometheus.yml"), .. Read("dashboard.json")];
        CatalogMetric[] catalog = [.. CaseCatalog.Parse(Text("catalog.txt"))];
        return CheckRun.Find(SubjectReader.Read(files, catalog, ForeignMetrics.Read()), AllChecks.List, files);
    });

    public static TheoryData<string> Mistakes =>
        [.. Pitfalls.All.Where(one => one.Places.Count > 0).Select(one => one.What)];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_of_the_ticket_is_found_at_its_place(string mistake)
    {
        Pitfall pitfall = Pitfalls.All.Single(one => one.What == mistake);
        string[] found =
        [
            .. Found.Value.Where(problem => problem.Check == pitfall.Check)
                .Select(problem => $"{problem.Where.File.Path}:{problem.Where.Line}").Distinct(),
        ];
        Assert.Empty(pitfall.Places.Except(found));
    }

    [Fact]
    public void Each_pitfall_has_a_check_that_has_a_case_or_a_reason_why_none_sees_it()
    {
        string[] checks = [.. AllChecks.List.Select(check => check.Id), SubjectReader.Unreadable];
        Assert.All(Pitfalls.All, pitfall => Assert.True(
            pitfall.Check is null ? pitfall.Reason.Length > 0 : checks.Contains(pitfall.Check), pitfall.What));
    }

    [Fact]
    public void The_files_are_what_the_ticket_has()
    {
        string rules = Text("rules.yml");
        Assert.Equal(7, Given.Subject("rules.yml", rules).Alerts.Count());
        Assert.Equal(5, Given.Subject("dashboard.json", Text("dashboard.json")).Dashboards.Single().Panels.Count);
    }

    private static IEnumerable<SourceFile> Read(string name) => [new SourceFile(name, Text(name))];

    private static string Text(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, nameof(Ticket), name));
}
