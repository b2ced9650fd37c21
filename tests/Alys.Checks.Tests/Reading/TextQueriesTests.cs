using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Reading;

public sealed class TextQueriesTests
{
    [Fact]
    public void They_are_queries_of_the_alert_with_their_places()
    {
        Rule alert = Given.Alert(
            "up == 0", "        annotations:\n          summary: \"{{ query \\\"x\\\" }} {{ `y` | query }}\"\n");
        Assert.Equal(["up == 0", "x", "y"], alert.Queries.Select(query => query.Text));
        Assert.All(alert.TextQueries, query => Assert.Equal(alert.Node.Span, query.Element));
        Assert.All(alert.TextQueries, query => Assert.Equal(query.Text, query.Location.Span.Of(query.File.Text)));
    }

    [Fact]
    public void A_rule_that_only_a_text_reads_is_used()
    {
        const string rules = """
            groups:
              - name: case
                rules:
                  - record: a:b
                    expr: up
                  - alert: A
                    expr: up == 0
                    annotations: {summary: '{{ query "a:b" }}'}
            """;
        Assert.Empty(Given.Problems(
            [new SourceFile("rules/a.yml", rules), new SourceFile("a.json", "{\"panels\": []}")], "usage/unused-rule"));
    }
}
