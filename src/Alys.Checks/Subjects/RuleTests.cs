using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>A file of tests for <c>promtool test rules</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">All of it.</param>
public sealed record RuleTests(SourceFile File, MapNode Root)
{
    // Other tools have lists of tests too: those of Helm charts, for one.
    private static readonly string[] OfFile = ["rule_files", "evaluation_interval", "group_eval_order"];
    private static readonly string[] OfTest = ["input_series", "alert_rule_test", "promql_expr_test"];

    /// <summary>Whether a document is such a file.</summary>
    public static bool Is(MapNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document["tests"] is ListNode
            && (OfFile.Any(name => document[name] is not null)
                || document.Maps("tests").Any(test => OfTest.Any(name => test[name] is not null)));
    }

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
