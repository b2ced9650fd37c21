using Alys.Checks.Output;
using Alys.Checks.Sources;
using Alys.Checks.Suppressions;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Suppressions;

public sealed class MisspeltSuppressionsTests
{
    [Theory]
    [InlineData("# check-off promql/raw-counter: the total")]
    [InlineData("# Check Off promql/raw-counter: the total")]
    [InlineData("up # check_off promql/raw-counter")]
    [InlineData("# checks off promql/raw-counter: the total")]
    [InlineData("# check off: promql/raw-counter, the total")]
    [InlineData("# check off PromQL/raw-counter: the total")]
    [InlineData("# check off raw-counter: the total")]
    [InlineData("#\tcheck off promql/raw-counter: the total")]
    [InlineData("<!-- check-off promql/raw-counter: the total -->")]
    [InlineData("{\"expr\": \"up # checkoff promql/raw-counter\\n> 0\"}")]
    public void One_that_was_meant_to_switch_a_check_off_is_found(string text) => Assert.Equal(
        "Write it as: check off promql/raw-counter: and the reason.",
        Assert.Single(MisspeltSuppressions.Find(new SourceFile("a.yml", text))).Help);

    [Theory]
    [InlineData("# check off promql/raw-counter: the total")]
    [InlineData("# check off promql/raw-counter, promql/short-range: the total")]
    [InlineData("# check off promql/raw-conter: the total")]
    [InlineData("# check off everything on the list")]
    [InlineData("# check off the syntax first")]
    [InlineData("# check the office of promql/raw-counter")]
    [InlineData("check-off promql/raw-counter")]
    public void What_is_right_or_prose_is_left_alone(string text) =>
        Assert.Empty(MisspeltSuppressions.Find(new SourceFile("a.yml", text)));

    [Fact]
    public void It_is_said_with_what_would_be_right() => Assert.Contains(
        "a.yml:4:1: this switches no check off, since it is not written as it must be [comment/check-off]\n"
        + "  # check-off promql/raw-counter: the total\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        + "  Write it as: check off promql/raw-counter: and the reason.\n",
        string.Concat(Given.Problems([new SourceFile(
            "a.yml", "groups:\n  - name: a\n    rules:\n# check-off promql/raw-counter: the total\n"
            + "      - {alert: A, expr: alys_migration_errors_total > 5}\n")]).Select(PlainOutput.Of)),
        StringComparison.Ordinal);
}
