using Alys.PromQL.Tree;

namespace Alys.PromQL.Tests;

/// <summary>What Prometheus 3 added to the language.</summary>
public sealed class Prometheus3Tests
{
    private static readonly PromQLOptions Trial = PromQLOptions.Prometheus3 with { AllowExperimental = true };

    [Theory]
    [InlineData("{\"my.metric\"}", "{\"my.metric\"}")]
    [InlineData("{\"up\", a=\"b\"}", "up{a=\"b\"}")]
    [InlineData("{\"on\"}", "{\"on\"}")]
    [InlineData("{\"up\", __name__=\"b\"}", "{\"up\",__name__=\"b\"}")]
    [InlineData("{\"my.metric\", \"a.b\"=~\"c\", d!=\"e\"}", "{\"my.metric\",\"a.b\"=~\"c\",d!=\"e\"}")]
    [InlineData("sum by (\"a.b\", c) (up)", "sum by (\"a.b\", c) (up)")]
    [InlineData("rate(up[300])", "rate(up[5m])")]
    [InlineData("up[1.5:60]", "up[1s500ms:1m]")]
    [InlineData("up offset 300", "up offset 5m")]
    [InlineData("up offset -1.5e2", "up offset -2m30s")]
    [InlineData("up offset 0", "up")]
    [InlineData("5m + 1", "5m + 1")]
    [InlineData("up > 1_000", "up > 1000")]
    [InlineData("up @ 1h", "up @ 3600.000")]
    [InlineData("histogram_avg(up)", "histogram_avg(up)")]
    [InlineData("fill + step", "fill + step")]
    [InlineData("x </ 5 + 1", "x </ 5 + 1")]
    [InlineData("a >/ on (b) group_left () c", "a >/ on (b) group_left () c")]
    [InlineData("a < b </ 1 > c", "a < b </ 1 > c")]
    [InlineData("first_over_time(up[5m])", "first_over_time(up[5m])")]
    [InlineData("up[5m * 2]", "up[5m * 2s]")]
    [InlineData("up[(1m + 30s) * 2:max(1m, step())]", "up[(1m + 30s) * 2s:max(1m, step())]")]
    [InlineData("up[min_of(range(), 5m):max_of(1m, step())]", "up[min_of(range(), 5m):max_of(1m, step())]")]
    [InlineData("up offset (1h - 5m)", "up offset (1h - 5m)")]
    [InlineData("up offset -min_of(1h, range())", "up offset -min_of(1h, range())")]
    [InlineData("min_of{max_of=\"a\"} / max_of", "min_of{max_of=\"a\"} / max_of")]
    public void Its_syntax_is_read(string text, string canonical)
    {
        ParseResult result = PromQLParser.Parse(text, PromQLOptions.Prometheus3);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(canonical, result.Root!.ToString());
        Assert.Equal(canonical, PromQLParser.Parse(canonical, PromQLOptions.Prometheus3).Root!.ToString());
    }

    [Theory]
    [InlineData("{\"my.metric\"}")]
    [InlineData("sum by (\"a.b\") (up)")]
    [InlineData("rate(up[300])")]
    [InlineData("up offset 300")]
    [InlineData("up offset 0s")]
    [InlineData("5m + 1")]
    [InlineData("1_000")]
    [InlineData("histogram_avg(up)")]
    [InlineData("up </ 5")]
    [InlineData("up[5m + 5m]")]
    public void An_older_Prometheus_refuses_it(string text) => Assert.False(PromQLParser.Parse(text).IsValid);

    [Theory]
    [InlineData("up[0]")]
    [InlineData("up[-5m]")]
    [InlineData("up{\"a\"}")]
    [InlineData("{\"\"}")]
    [InlineData("1__0")]
    [InlineData("sum by (\"\") (up)")]
    [InlineData("holt_winters(up[5m], 0.5, 0.5)")]
    [InlineData("up[5m a]")]
    [InlineData("up </ bool 5")]
    [InlineData("up < / 5")]
    [InlineData("up[MIN_OF(1m, 2m)]")]
    [InlineData("up[min_of(1m)]")]
    [InlineData("up offset min_of")]
    public void Some_things_it_refuses_too(string text) =>
        Assert.False(PromQLParser.Parse(text, PromQLOptions.Prometheus3).IsValid);

    [Theory]
    [InlineData("limitk(5, up)")]
    [InlineData("limit_ratio by (job) (-0.5, up)")]
    [InlineData("sort_by_label(up, \"a\", \"b\")")]
    [InlineData("info(up, {a=\"\"})")]
    [InlineData("vector(min_of(1, max_of(2, 3)))")]
    [InlineData("start_timestamp(up)")]
    [InlineData("rate(up[5m] anchored)")]
    [InlineData("up smoothed")]
    [InlineData("a + fill(0) b")]
    [InlineData("a + on (x) group_left () fill_left(1) fill_right(-2) b")]
    [InlineData("vector(start()) + step()")]
    public void Its_experiments_are_read_where_they_are_allowed(string text)
    {
        ParseResult result = PromQLParser.Parse(text, Trial);
        Assert.Empty(result.Diagnostics);
        string printed = result.Root!.ToString();
        Assert.Equal(printed, PromQLParser.Parse(printed, Trial).Root!.ToString());
        Assert.False(PromQLParser.Parse(text, PromQLOptions.Prometheus3).IsValid);
    }

    [Theory]
    [InlineData("up[5m * 2]")]
    [InlineData("up offset (1h - 5m)")]
    [InlineData("first_over_time(up[5m])")]
    public void What_was_an_experiment_before_3_14_is_none_since(string text)
    {
        PromQLOptions before = PromQLOptions.Prometheus3 with { Version = new Version(3, 13) };
        Assert.False(PromQLParser.Parse(text, before).IsValid);
        Assert.True(PromQLParser.Parse(text, before with { AllowExperimental = true }).IsValid);
        Assert.True(PromQLParser.Parse(text, PromQLOptions.Prometheus3).IsValid);
    }

    [Fact]
    public void A_name_in_braces_is_the_metrics_name()
    {
        var selector = (VectorSelector)PromQLParser.Parse("{a=\"b\", \"my.metric\"}", PromQLOptions.Prometheus3).Root!;
        Assert.Equal("my.metric", selector.MetricName);
        Assert.Single(selector.Matchers);
    }
}
