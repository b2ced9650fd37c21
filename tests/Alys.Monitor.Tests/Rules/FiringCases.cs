using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Rules;

/// <summary>What the cases of the rules expect of each alert.</summary>
internal static partial class FiringCases
{
    private static readonly string Tests =
        string.Concat(CommittedRules.Names("tests").Select(name => CommittedRules.Text("tests/" + name)));

    /// <summary>Every set of labels with which an alert is expected to fire, the name among them, each once.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Labels { get; } =
    [
        .. (from expected in Fires().Matches(Tests)
            from labels in LabelSet().Matches(expected.Value)
            select Read(expected.Groups["alert"].Value, labels.Value))
        .DistinctBy(labels => string.Join(' ', labels)),
    ];

    /// <summary>The alerts of which a case says that they are silent.</summary>
    public static IReadOnlySet<string> Silent { get; } =
        Stays().Matches(Tests).Select(match => match.Groups["alert"].Value).ToHashSet();

    private static SortedDictionary<string, string> Read(string alert, string labels)
    {
        SortedDictionary<string, string> read = new(StringComparer.Ordinal) { ["alertname"] = alert };
        foreach (Match label in Label().Matches(labels))
            read[label.Groups["name"].Value] = label.Groups["value"].Value;
        return read;
    }

    [GeneratedRegex(@"alertname: (?<alert>\w+)\n +exp_alerts:\n(?:          .*\n)+")]
    private static partial Regex Fires();

    [GeneratedRegex(@"alertname: (?<alert>\w+)\n +exp_alerts: \[\]\n")]
    private static partial Regex Stays();

    [GeneratedRegex(@"- exp_labels:\n(?:              \w.*\n)+")]
    private static partial Regex LabelSet();

    [GeneratedRegex(@"^ +(?<name>\w+): '(?<value>[^']*)'$", RegexOptions.Multiline)]
    private static partial Regex Label();
}
