using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>A file of tests for <c>promtool test rules</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">All of it.</param>
public sealed record RuleTests(SourceFile File, MapNode Root)
{
    /// <summary>The alerts that it expects to fire at some time.</summary>
    public IEnumerable<string> Firing => Alerts(isFiring: true);

    /// <summary>The alerts that it expects to be silent at some time.</summary>
    public IEnumerable<string> Silent => Alerts(isFiring: false);

    private IEnumerable<string> Alerts(bool isFiring) =>
        from test in Root.Maps("tests")
        from alert in test.Maps("alert_rule_test")
        let name = alert.Text("alertname")
        where name is not null && alert.List("exp_alerts").Count > 0 == isFiring
        select name;
}
