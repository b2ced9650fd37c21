using Alys.PromQL.Tree;

namespace Alys.PromQL.Tests;

/// <summary>Grafana's variables, wherever dashboards have them.</summary>
public sealed class GrafanaVariableTests
{
    private static readonly PromQLOptions Options = new() { AllowGrafanaVariables = true };

    [Theory]
    [InlineData("rate(up[$__rate_interval])")]
    [InlineData("rate(up[${__rate_interval}])")]
    [InlineData("rate(up[[[window]]])")]
    [InlineData("rate(up[${n}m])")]
    [InlineData("rate(up[5$unit])")]
    [InlineData("max_over_time(up[$__range:$__interval])")]
    [InlineData("max_over_time(up[5m:${step:raw}])")]
    [InlineData("up offset $offset")]
    [InlineData("up offset -$offset")]
    [InlineData("up @ $__to")]
    [InlineData("up{job=~\"$job\",a=\"x${b}y\"}")]
    [InlineData("up{$label=\"x\"}")]
    [InlineData("up{job=~\"[[job]]\"}")]
    [InlineData("$metric{a=\"b\"}")]
    [InlineData("$metric[5m]")]
    [InlineData("alys_${x}_total + ${x:regex}_total + a_[[x]]")]
    [InlineData("sum by ($by, job) (up)")]
    [InlineData("sum by (${by:csv}) (up) > $threshold")]
    [InlineData("topk($limit, up)")]
    [InlineData("increase(up[$__range]) / $__range_s")]
    [InlineData("$query")]
    [InlineData("$metric{}")]
    [InlineData("$metric offset 5m")]
    public void They_are_read_and_written_as_they_are(string text)
    {
        ParseResult result = PromQLParser.Parse(text, Options);
        Assert.Empty(result.Diagnostics);
        string printed = result.Root!.ToString();
        Assert.Equal(printed, PromQLParser.Parse(printed, Options).Root!.ToString());
        Assert.Equal(text.Count(c => c is '$' or '['), printed.Count(c => c is '$' or '['));
    }

    [Theory]
    [InlineData("$f(up)")]
    [InlineData("up * $__interval")]
    [InlineData("rate($metric)")]
    [InlineData("rate(up[$ x])")]
    [InlineData("up{a=$b}")]
    [InlineData("${x")]
    public void Some_places_cannot_hold_one(string text) =>
        Assert.Equal(text == "rate($metric)", PromQLParser.Parse(text, Options).IsValid);

    [Fact]
    public void A_matcher_and_a_range_say_that_they_are_not_known()
    {
        var range = (MatrixSelector)PromQLParser.Parse("up{a=~\"$b\",c=\"d\"}[$__interval]", Options).Root!;
        Assert.Null(range.Range.Value);
        Assert.Equal("$__interval", Assert.IsType<DurationVariable>(range.Range).Text);
        Assert.Equal([true, false], range.Selector.Matchers.Select(matcher => matcher.HasVariable));
        Assert.Null(range.Selector.Matchers[0].Matches("x"));
    }

    [Fact]
    public void A_metric_with_a_variable_in_its_name_has_no_name_yet()
    {
        var selector = (VectorSelector)PromQLParser.Parse("a_$b", Options).Root!;
        Assert.True(selector.HasVariableName);
        Assert.Null(selector.MetricName);
        Assert.Equal("a_$b", selector.Name);
    }

    [Fact]
    public void Without_the_option_they_are_refused()
    {
        Assert.False(PromQLParser.Parse("rate(up[$__rate_interval])").IsValid);
        Assert.True(PromQLParser.Parse("up{a=\"$b\"}").IsValid);
    }
}
