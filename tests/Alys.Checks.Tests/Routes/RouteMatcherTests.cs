using Alys.Checks.Documents;
using Alys.Checks.Routes;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Routes;

public sealed class RouteMatcherTests
{
    [Theory]
    [InlineData("matchers: ['a=\"b\"', 'c!=d']", "a = b;c != d")]
    [InlineData("matchers: ['{a=~\"b|c\", d!~\"e\"}']", "a =~ b|c;d !~ e")]
    [InlineData("matchers: ['a = \"x\\\"y\\\\\"']", "a = x\"y\\")]
    [InlineData("matchers: ['a=b c=d, e = f ']", "a = b c=d;e = f")]
    [InlineData("match: {a: b}\nmatch_re: {c: d.*}", "a = b;c =~ d.*")]
    [InlineData("matchers: [[], {}, '']", "")]
    [InlineData("matchers: text", "")]
    [InlineData("x: y", "")]
    public void Matchers_of_each_form_are_read(string text, string matchers) => Assert.Equal(
        matchers, string.Join(';', Of(text).Select(one => $"{one.Label} {one.Operator} {one.Value}")));

    [Fact]
    public void Those_of_one_side_of_an_inhibition_are_read()
    {
        MapNode inhibition = Map("source_matchers: [a=b]\ntarget_matchers: [a=c]");
        Assert.Equal("b", Assert.Single(RouteMatcher.Of(inhibition, "source_")).Value);
    }

    [Theory]
    [InlineData("severity=\"critical\"", true)]
    [InlineData("severity!=\"critical\"", false)]
    [InlineData("severity=~\"crit.*|warning\"", true)]
    [InlineData("severity=~\"crit\"", false)]
    [InlineData("severity!~\"crit\"", true)]
    [InlineData("alertname=\"Case\"", true)]
    [InlineData("phase=\"\"", true)]
    [InlineData("phase!=\"\"", false)]
    [InlineData("instance=\"a\"", null)]
    [InlineData("instance!=\"\"", true)]
    [InlineData("text=\"a\"", null)]
    [InlineData("severity=~\"(\"", null)]
    [InlineData("severity=~\"(?=a)\"", null)]
    [InlineData("severity=\"critical\",instance=\"a\"", null)]
    [InlineData("severity=\"info\",instance=\"a\"", false)]
    public void Whether_an_alert_fits_is_known_as_far_as_its_labels_are(string matchers, bool? fits)
    {
        AlertLabels alert = AlertLabels.Of(Given.Alert(
            "sum by (job, instance) (up) == 0",
            "        labels: {severity: critical, text: '{{ $value }}'}\n"));
        Assert.Equal(fits, RouteMatcher.AllFit(Of($"matchers: ['{matchers}']"), alert));
    }

    private static IReadOnlyList<RouteMatcher> Of(string text) => RouteMatcher.Of(Map(text));

    private static MapNode Map(string text) =>
        Assert.IsType<MapNode>(YamlReader.Read(new SourceFile("a.yml", text), out _));
}
