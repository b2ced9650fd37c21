using System.Text.RegularExpressions;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Mutants;

/// <summary>Makes every mutant of a rule.</summary>
internal static partial class Mutations
{
    /// <summary>The mutants of all committed rules, in the order of the files.</summary>
    public static IReadOnlyList<Mutant> All { get; } = [.. RuleFileText.All.SelectMany(Of)];

    public static IEnumerable<Mutant> Of(RuleFileText file)
    {
        Dictionary<string, int> seen = [];
        return file.Rules.SelectMany(rule => Changes(rule).Select(change =>
        {
            string name = $"{rule.Name} {change.Kind}: {change.What}";
            int count = seen[name] = seen.GetValueOrDefault(name) + 1;
            return new Mutant(rule, change.Kind, count == 1 ? name : $"{name} ({count})", change.Text);
        }));
    }

    private static IEnumerable<(MutationKind Kind, string What, string Text)> Changes(RuleText rule) =>
    [
        .. Edits.Of(Tokens.Of(rule.Expression)).Select(edit =>
        {
            int start = rule.ExpressionStart + edit.Start;
            int end = rule.ExpressionStart + edit.End;
            string before = Quoted().Replace(Space().Replace(rule.Text[start..end], " "), "…");
            string what = $"{before} -> {(edit.Text == "" ? "nothing" : edit.Text)}";
            return (edit.Kind, what, rule.Text[..start] + edit.Text + rule.Text[end..]);
        }),
        .. For().Matches(rule.Text).Select(line =>
            (MutationKind.For, $"{line.Value.Trim()} -> nothing", rule.Text.Remove(line.Index, line.Length))),
    ];

    [GeneratedRegex(@"^        (for|keep_firing_for): .*\n", RegexOptions.Multiline)]
    private static partial Regex For();

    // A regular expression has bars, which end the cell of a table.
    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
