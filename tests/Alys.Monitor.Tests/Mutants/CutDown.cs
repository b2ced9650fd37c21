using System.Text;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Mutants;

/// <summary>What of the rules and their cases one rule has to do with: the alerts that come from it, the records that
/// those need, and the cases that speak of them. The rest cannot notice a change to it.</summary>
internal sealed class CutDown
{
    private readonly RuleText _rule;
    private readonly IReadOnlyList<RuleText> _rules;
    private readonly HashSet<string> _alerts;
    private readonly HashSet<string> _metrics;

    public CutDown(RuleText rule)
    {
        _rule = rule;
        RuleText[] file = [.. RuleFileText.All.Single(file => file.Name == rule.File).Rules];
        RuleText[] affected = [rule, .. file.Where(other => other.IsAlert && Needs(file, other).Contains(rule.Name))];
        _alerts = [.. affected.Where(one => one.IsAlert).Select(one => one.Name)];
        HashSet<string> needed = [.. file.Where(one => _alerts.Contains(one.Name)).SelectMany(one => Needs(file, one))];
        _rules = [.. file.Where(one => one.IsAlert ? _alerts.Contains(one.Name) : needed.Contains(one.Name))];
        _metrics = [.. _rules.SelectMany(one => Tokens.Names(one.Expression))];
    }

    /// <summary>The rules, one of them with another text.</summary>
    public string Rules(string text)
    {
        RuleText watchdog = RuleFileText.All.SelectMany(file => file.Rules).Single(rule => rule.Name == "Watchdog");
        StringBuilder rules = new("groups:\n  - name: cut-down\n    rules:\n");
        foreach (RuleText rule in _rules.Contains(watchdog) ? _rules : _rules.Append(watchdog))
            rules.Append(rule == _rule ? text : rule.Text);
        return rules.ToString();
    }

    /// <summary>The cases of a stage that speak of its alerts, a file for each interval of evaluation: a case holds
    /// with its own only. None when no case does.</summary>
    public IReadOnlyList<string> Tests(string rulesFile, TrialStage stage) =>
    [
        .. TestCase.All
            .Where(one => one.Case.Stage == stage && (stage == TrialStage.WholeDay || IsOfItsFile(one.RuleFiles)))
            .Select(one => one.Case)
            .Where(one => stage == TrialStage.WholeDay || one.Concerns(_alerts))
            .GroupBy(one => one.Header, one => one.Only(_alerts, _metrics))
            .Select(same => $"rule_files:\n  - {rulesFile}\n{same.Key}\ntests:\n{string.Concat(same)}"),
    ];

    private bool IsOfItsFile(IReadOnlyList<string> ruleFiles) => ruleFiles is [var file] && file == _rule.File;

    /// <summary>The records that a rule of a file reads, and those that they read.</summary>
    private static HashSet<string> Needs(IReadOnlyList<RuleText> file, RuleText rule)
    {
        HashSet<string> names = [.. Tokens.Names(rule.Expression)];
        RuleText[] records = [.. file.Where(other => !other.IsAlert && names.Contains(other.Name))];
        return [.. records.Select(record => record.Name), .. records.SelectMany(record => Needs(file, record))];
    }
}
