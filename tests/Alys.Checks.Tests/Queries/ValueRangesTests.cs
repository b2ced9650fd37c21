using Alys.Checks.Catalogs;
using Alys.Checks.Queries;
using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Queries;

public sealed class ValueRangesTests
{
    private const double Any = double.PositiveInfinity;

    [Theory]
    [InlineData("vector(2 * 3)", 6, 6)]
    [InlineData("rate(a[5m]) + 1", 1, Any)]
    [InlineData("2 - up", 1, 2)]
    [InlineData("-(up)", -1, 0)]
    [InlineData("sum(up)", 0, Any)]
    [InlineData("max(max_over_time(up[5m]))", 0, 1)]
    [InlineData("max_over_time((-up)[5m:])", -1, 0)]
    [InlineData("topk(3, up)", 0, 1)]
    [InlineData("count(a)", 1, Any)]
    [InlineData("group(a)", 1, 1)]
    [InlineData("stddev(a)", 0, Any)]
    [InlineData("absent(a)", 1, 1)]
    [InlineData("up == bool 5", 0, 1)]
    [InlineData("up > 5", 0, 1)]
    [InlineData("up or vector(7)", 0, 7)]
    [InlineData("up and a", 0, 1)]
    [InlineData("up / up", 0, Any)]
    [InlineData("up / a", -Any, Any)]
    [InlineData("delta(up[5m])", -Any, Any)]
    [InlineData("quantile(0.5, a)", -Any, Any)]
    [InlineData("sum_over_time(up[5m])", 0, Any)]
    [InlineData("count_over_time(a[5m])", 1, Any)]
    [InlineData("histogram_quantile(0.9, rate(alys_block_production_duration_seconds_bucket[5m]))", 0, Any)]
    public void The_range_of_an_expression_follows_from_its_parts(string expression, double low, double high)
    {
        Subject subject = Given.Subject("rules/case.yml", $$"""
            groups:
              - name: case
                rules:
                  - record: r
                    expr: {{expression}}
            """);
        Query query = subject.Queries.Single();
        Assert.Equal(
            new ValueRange(low, high), new ValueRanges(query.Facts!, subject.Metrics).Of(query.Facts!.Root));
    }
}
