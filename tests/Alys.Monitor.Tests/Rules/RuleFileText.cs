using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Rules;

/// <summary>A rule file as it is committed, taken apart into its rules.</summary>
/// <param name="Name">Its name, such as <c>sync.yml</c>.</param>
/// <param name="Rules">Its rules, in their order.</param>
internal sealed partial record RuleFileText(string Name, IReadOnlyList<RuleText> Rules)
{
    /// <summary>All that are committed.</summary>
    public static IReadOnlyList<RuleFileText> All { get; } =
        [.. CommittedRules.Names("rules").Select(name => Read(name, CommittedRules.Text("rules/" + name)))];

    /// <summary>Takes a file apart. We wrote it, so its lines are where ours are.</summary>
    public static RuleFileText Read(string name, string text) => new(
        name,
        [.. Rule().Matches(text).Select(rule =>
        {
            (int start, int length) = Expression(rule.Value);
            return new RuleText(
                name, rule.Groups["name"].Value, rule.Groups["kind"].Value == "alert", rule.Value, start, length);
        })]);

    private static (int Start, int Length) Expression(string rule)
    {
        const string field = "        expr: ";
        int start = rule.IndexOf(field, StringComparison.Ordinal) + field.Length;
        int end = rule.IndexOf('\n', start);
        if (rule[start] == '\'')
            return (start + 1, end - start - 2);
        if (rule[start] != '|')
            return (start, end - start);
        int body = end + 1;
        return (body, Body().Match(rule, body).Length);
    }

    [GeneratedRegex(@"^      - (?<kind>alert|record): (?<name>\S+)\n(?:        .*\n)+", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\G(?:          .*\n)+")]
    private static partial Regex Body();
}
