using Alys.Checks.Output;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests;

public sealed class CheckRunTests
{
    private const string Rules = "groups:\n  - name: a\n    rules:\n";

    [Fact]
    public void A_comment_without_a_reason_is_a_problem_and_still_counts() => Assert.Equal(
        "rules/a.yml:4:1: promql/raw-counter is switched off without a reason [comment/check-off]\n"
        + "  # check off promql/raw-counter\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        + "  Write a colon and the reason behind it.\n",
        Say("# check off promql/raw-counter\n      - alert: A\n        expr: alys_migration_errors_total > 5\n"));

    [Fact]
    public void A_comment_for_nothing_is_a_problem() => Assert.StartsWith(
        "rules/a.yml:4:1: promql/raw-counter finds nothing here, so it need not be switched off [comment/check-off]\n",
        Say("# check off promql/raw-counter: the total\n      - alert: A\n        expr: up == 0\n"),
        StringComparison.Ordinal);

    [Fact]
    public void A_comment_for_a_check_that_does_not_exist_is_a_problem() => Assert.Equal(
        "rules/a.yml:4:1: there is no check promql/raw-counters to switch off [comment/check-off]\n"
        + "  # check off promql/raw-counters: the total\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        + "  Is promql/raw-counter meant?\n",
        Say("# check off promql/raw-counters: the total\n      - alert: A\n        expr: up == 0\n"));

    [Fact]
    public void Of_checks_that_do_not_run_nothing_is_said() => Assert.Equal(
        "", Say("# check off promql/rate-of-gauge: it is not run here\n      - alert: A\n        expr: up == 0\n"));

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem() => Assert.Equal(
        "rules/a.yml:1:4: this is no YAML: there is no anchor &x before it [file/readable]\n"
        + "  a: *x\n     ^^\n  Mend the file; nothing in it was checked.\n",
        string.Concat(Given.Problems([new SourceFile("rules/a.yml", "a: *x")]).Select(PlainOutput.Of)));

    [Fact]
    public void Problems_stand_in_the_order_of_the_files_and_their_lines()
    {
        string rules = Rules + "      - alert: A\n        expr: nothing\n      - alert: B\n        expr: none\n";
        IReadOnlyList<Problem> problems = Given.Problems(
            [new SourceFile("rules/b.yml", rules), new SourceFile("rules/a.yml", rules)], "promql/unknown-metric");
        Assert.Equal(
            ["rules/a.yml:5:15", "rules/a.yml:7:15", "rules/b.yml:5:15", "rules/b.yml:7:15"],
            problems.Select(problem => problem.Where.ToString()));
    }

    private static string Say(string rule) => string.Concat(
        Given.Problems([new SourceFile("rules/a.yml", Rules + rule)], "promql/raw-counter").Select(PlainOutput.Of));

    [Theory]
    [InlineData("up", " + up", " > 5")]
    [InlineData("up > 0.5", " or up > 0.5", "")]
    [InlineData("up > 0.5", " unless up > 0.5", "")]
    [InlineData("increase(up[5m])", " + increase(up[5m])", " > 0")]
    [InlineData("up", " * 1", " > 1 + 1")]
    public async Task A_chain_of_three_thousand_operators_is_checked_on_a_small_stack(
        string first, string more, string last)
    {
        string text = "groups: [{name: a, rules: [{alert: A, expr: \""
            + first + string.Concat(Enumerable.Repeat(more, 3_000)) + last + "\"}]}]";
        TaskCompletionSource<IReadOnlyList<Problem>> found = new();
        new Thread(
            () => found.SetResult(Given.Problems([new SourceFile("rules/a.yml", text)])),
            maxStackSize: 512 * 1024).Start();
        Assert.DoesNotContain(await found.Task, problem => problem.Check == "promql/syntax");
    }
}
