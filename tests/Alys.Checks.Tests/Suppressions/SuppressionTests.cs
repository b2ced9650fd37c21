using Alys.Checks.Sources;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Suppressions;

/// <summary>Which problems a comment is about: those of its check in the element that it is in, before or behind.
/// </summary>
public sealed class SuppressionTests
{
    private const string Check = "promql/raw-counter";
    private const string Comment = "      # check off promql/raw-counter: the total is the point";
    private const string Counter = "alys_migration_errors_total";
    private const string Expr = $"        expr: {Counter} > 5";
    private const string Rule = $"      - alert: A\n{Expr}";
    private const string Other = "      - alert: B\n        expr: up == 0";

    [Theory]
    [InlineData("before the rule", $"{Comment}\n{Rule}")]
    [InlineData("before it, with more of a comment", $"{Comment}\n      # and so on\n\n{Rule}")]
    [InlineData("in the rule", $"      - alert: A\n  {Comment}\n{Expr}")]
    [InlineData("behind a line of it", $"      - alert: A {Comment}\n{Expr}")]
    [InlineData("behind its last line", $"      - alert: A\n{Expr} {Comment}\n")]
    [InlineData("in the expression", $"      - alert: A\n        expr: |\n    {Comment}\n          {Counter} > 5\n")]
    public void A_comment_is_about_its_element(string where, string rule)
    {
        IReadOnlyList<Problem> problems = Problems(rule);
        Assert.True(problems.Count == 0, $"{where}: {string.Join("; ", problems)}");
    }

    [Theory]
    [InlineData("about another check", $"      # check off promql/rate-of-gauge: no\n{Rule}")]
    [InlineData("before another rule", $"{Comment}\n{Other}\n{Rule}")]
    [InlineData("behind another rule", $"{Other} {Comment}\n{Rule}")]
    [InlineData("behind its end, in a line of its own", $"{Rule}\n{Comment}\n")]
    public void A_comment_elsewhere_is_not(string where, string rule) =>
        Assert.True(Problems(rule).Any(problem => problem.Check == Check), where);

    [Fact]
    public void In_a_file_of_one_line_a_comment_is_about_its_own_panel_only()
    {
        SourceFile file = new("dashboards/a.json", "{\"panels\": [" + Panel("") + ", " + Panel("\\n" + Comment) + "]}");
        Problem problem = Assert.Single(Given.Problems([file], Check));
        Assert.True(problem.Where.Column < file.Text.IndexOf('#', StringComparison.Ordinal));
    }

    private static string Panel(string more) =>
        "{\"type\": \"timeseries\", \"targets\": [{\"expr\": \"" + Counter + more + "\"}]}";

    private static IReadOnlyList<Problem> Problems(string rule) =>
        Given.Problems([new SourceFile("rules/a.yml", $"groups:\n  - name: a\n    rules:\n{rule}")], Check);
}
