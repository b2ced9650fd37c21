using System.Text.RegularExpressions;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Drills;

/// <summary>The <c>for</c> of alerts: how long a rule must hold until its alert fires.</summary>
internal static partial class RuleWaits
{
    /// <summary>That of an alert; zero: it has none.</summary>
    /// <param name="rules">The texts of rule files, in the form in which ours are written.</param>
    /// <param name="alert">Its name.</param>
    /// <param name="severity">Its severity, by which alerts of one name differ.</param>
    /// <exception cref="ArgumentException">There is no such alert.</exception>
    public static TimeSpan Of(IEnumerable<string> rules, string alert, string severity)
    {
        foreach (Match rule in rules.SelectMany(text => Alert().Matches(text)))
        {
            if (rule.Groups["name"].Value != alert || rule.Groups["severity"].Value != severity) continue;
            Group wait = rule.Groups["wait"];
            return wait.Success ? Durations.TryParse(wait.Value)!.Value : TimeSpan.Zero;
        }

        throw new ArgumentException($"no rule has the alert {alert} with the severity {severity}", nameof(alert));
    }

    // From the name to the severity, with the wait between them, if there is one.
    [GeneratedRegex(
        @"^ +- alert: (?<name>\w+)\n"
            + @"(?:(?! +- (?:alert|record):)(?: +for: (?<wait>\w+)| +severity: (?<severity>\w+)|.*)\n)*",
        RegexOptions.Multiline)]
    private static partial Regex Alert();
}
