using Alys.Checks.Dashboards;
using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Dashboards;

public sealed class TargetUnitsTests
{
    [Theory]
    [InlineData("byFrameRefID", "A", "p99", "ms")]
    [InlineData("byFrameRefID", "B", "p99", "s")]
    [InlineData("byName", "p99", "p99", "ms")]
    [InlineData("byName", "p50", "p99", "s")]
    [InlineData("byName", "p50", "{{quantile}}", null)]
    [InlineData("byName", "p50", "q {{quantile}}", "s")]
    [InlineData("byName", "q 50", "q $quantile", null)]
    [InlineData("byName", "p50", "__auto", null)]
    [InlineData("byName", "p50", "", null)]
    [InlineData("byRegexp", "/^p9/", "p99", "ms")]
    [InlineData("byRegexp", "/^p5/", "p99", "s")]
    [InlineData("byRegexp", "(?=p)", "p99", null)]
    [InlineData("byRegexp", "/^p5/", "{{quantile}}", null)]
    [InlineData("byType", "number", "p99", null)]
    public void An_override_counts_for_the_fields_it_is_about(
        string matcher, string options, string legend, string? unit)
    {
        Panel panel = Panel(matcher, options, legend, "[]");
        Assert.Equal(unit, TargetUnits.Of(panel, panel.Targets.Single())?.Value);
        Assert.Equal(["s", "ms"], TargetUnits.All(panel).Select(one => one.Value));
    }

    [Fact]
    public void What_a_transformation_calls_a_field_is_not_known()
    {
        Panel panel = Panel("byName", "p50", "p99", """[{ "id": "organize" }]""");
        Assert.Null(TargetUnits.Of(panel, panel.Targets.Single()));
    }

    private static Panel Panel(string matcher, string options, string legend, string transformations) =>
        Given.Subject("dashboards/a.json", $$"""
            { "uid": "a", "panels": [ { "id": 1, "transformations": {{transformations}},
              "fieldConfig": { "defaults": { "unit": "s" }, "overrides": [
                { "matcher": { "id": "{{matcher}}", "options": "{{options}}" },
                  "properties": [{ "id": "color", "value": "red" }, { "id": "unit", "value": "ms" }] } ] },
              "targets": [{ "refId": "A", "legendFormat": "{{legend}}", "expr": "up" }] } ] }
            """).Dashboards.Single().Panels.Single();
}
