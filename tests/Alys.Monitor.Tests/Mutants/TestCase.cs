using System.Globalization;
using System.Text.RegularExpressions;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Mutants;

/// <summary>One case of a file of promtool's tests, to be cut down to what it says of some alerts.</summary>
/// <param name="Header">What stands before all cases and is no list of rules.</param>
/// <param name="Text">The case.</param>
internal sealed partial record TestCase(string Header, string Text)
{
    /// <summary>The cases of all files, by the rule files that they load.</summary>
    public static IReadOnlyList<(IReadOnlyList<string> RuleFiles, TestCase Case)> All { get; } =
        [.. CommittedRules.Names("tests").SelectMany(name => Read(CommittedRules.Text("tests/" + name)))];

    /// <summary>How long it takes, compared with others.</summary>
    public TrialStage Stage =>
        LooksAtAll ? TrialStage.WholeDay
        : Time().Matches(Text).Any(time => time.Groups["unit"].Value switch
        {
            "d" => true,
            "h" => int.Parse(time.Groups["count"].Value, CultureInfo.InvariantCulture) > 8,
            _ => int.Parse(time.Groups["count"].Value, CultureInfo.InvariantCulture) > 480,
        })
            ? TrialStage.Long : TrialStage.Short;

    /// <summary>Whether it says anything about one of some alerts.</summary>
    public bool Concerns(IReadOnlySet<string> alerts) =>
        Question().Matches(Text).Any(question => alerts.Contains(question.Groups["alert"].Value));

    /// <summary>The case with what it says of some alerts only, and with the series that some metrics have.</summary>
    public string Only(IReadOnlySet<string> alerts, IReadOnlySet<string> metrics)
    {
        string asked = Question().Replace(
            Text, question => alerts.Contains(question.Groups["alert"].Value) ? question.Value : "");
        return Series().Replace(
            asked, series => metrics.Contains(series.Groups["metric"].Value) ? series.Value : "");
    }

    /// <summary>Whether it asks Prometheus for the alerts that fire, whatever their names are.</summary>
    private bool LooksAtAll => Text.Contains("promql_expr_test:", StringComparison.Ordinal);

    private static IEnumerable<(IReadOnlyList<string> RuleFiles, TestCase Case)> Read(string text)
    {
        string[] parts = text.Split("\ntests:\n");
        IReadOnlyList<string> files = [.. RuleFile().Matches(parts[0]).Select(match => match.Groups["name"].Value)];
        string header = Evaluation().Match(parts[0]).Value;
        return Case().Matches(parts[1]).Select(match => (files, new TestCase(header, match.Value)));
    }

    [GeneratedRegex(@"^  - \.\./rules/(?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex RuleFile();

    [GeneratedRegex("^evaluation_interval: .+$", RegexOptions.Multiline)]
    private static partial Regex Evaluation();

    [GeneratedRegex(@"eval_time: (?<count>\d+)(?<unit>[mhd])")]
    private static partial Regex Time();

    [GeneratedRegex(@"^  - name: .*\n(?:(?!  - name: ).*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Case();

    [GeneratedRegex(
        @"^      - eval_time: .*\n        alertname: (?<alert>\w+)\n(?:        .*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex(
        @"^      - series: (?:>-\n +|')(?<metric>\w+).*\n(?:        .*\n)*", RegexOptions.Multiline)]
    private static partial Regex Series();
}
