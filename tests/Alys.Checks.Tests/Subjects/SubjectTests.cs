using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Subjects;

public sealed class SubjectTests
{
    [Fact]
    public void Rules_and_queries_of_all_files_come_together()
    {
        Subject subject = Given.Subject(
            new SourceFile("a.yml", "groups: [{rules: [{alert: A, expr: a}, {record: b, expr: c}]}]"),
            new SourceFile("b.yml", "groups: [{rules: [{alert: B, expr: d}]}]"),
            new SourceFile("d.json", """{"panels": [{"targets": [{"expr": "e"}]}]}"""),
            new SourceFile("runbooks/A.md", "```promql\nf\n```\n"));
        Assert.Equal(["A", "b", "B"], subject.Rules.Select(rule => rule.Name));
        Assert.Equal(["A", "B"], subject.Alerts.Select(rule => rule.Name));
        Assert.Equal(["a", "c", "d", "e", "f"], subject.Queries.Select(query => query.Text));
    }
}
