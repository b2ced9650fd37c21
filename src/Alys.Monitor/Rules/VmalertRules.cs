using System.Text.RegularExpressions;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Rules;

/// <summary>
/// The committed rules as vmalert 1.79 takes them, which refuses a file with <c>keep_firing_for</c>. An alert that has
/// it is asked instead whether its expression held at any evaluation of that time, which is the same as long as the
/// alert has no <c>for</c>. Everything else stays as it is.
/// </summary>
internal static partial class VmalertRules
{
    /// <summary>How often rules are evaluated: as in <c>prometheus.yml</c>.</summary>
    public const string Interval = "5s";

    private const string Folder = "vmalert-rules";

    /// <summary>The rules of a file.</summary>
    /// <param name="text">The file as Prometheus takes it.</param>
    /// <exception cref="UsageException">An alert has both <c>for</c> and <c>keep_firing_for</c>.</exception>
    public static string Render(string text) => Alert().Replace(text, match => RenderAlert(match.Value));

    /// <summary>Writes them below a folder, and removes those that are there. Returns a pattern of their
    /// paths.</summary>
    public static async Task<string> WriteAsync(string folder, CancellationToken cancellation)
    {
        string rules = Path.Combine(folder, Folder);
        if (Directory.Exists(rules)) Directory.Delete(rules, recursive: true);
        Directory.CreateDirectory(rules);
        foreach (string name in RuleFiles.Names)
        {
            await File.WriteAllTextAsync(
                Path.Combine(rules, Path.GetFileName(name)), Render(Resources.Text(name)), cancellation);
        }

        return Path.Combine(rules, "*.yml");
    }

    private static string RenderAlert(string alert)
    {
        Match keep = Keep().Match(alert);
        if (!keep.Success) return alert;
        if (For().IsMatch(alert))
        {
            throw new UsageException(
                $"the alert {Alert().Match(alert).Groups["name"].Value} has both for and keep_firing_for, which "
                    + "vmalert cannot be told: leave one out");
        }

        string window = $"[{keep.Groups["time"].Value}:{Interval}]";
        return Expression().Replace(Keep().Replace(alert, ""), expression =>
        {
            string indent = expression.Groups["indent"].Value + "  ";
            string body = expression.Groups["block"] is { Success: true } block
                ? block.Value
                : indent + Unquoted(expression.Groups["line"].Value) + "\n";
            return $"{expression.Groups["indent"].Value}expr: |-\n{indent}last_over_time((\n{body}{indent}){window})\n";
        });
    }

    // In single quotes a quote is written twice. Source: YAML 1.2.2, section 7.3.2.
    private static string Unquoted(string line) => line.StartsWith('\'')
        ? line[1..^1].Replace("''", "'", StringComparison.Ordinal)
        : line;

    // From the name to the next rule: a dash as far to the left, or the end.
    [GeneratedRegex(@"^ +- alert: (?<name>\w+)\n(?:(?! +- (?:alert|record|name): ).*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Alert();

    [GeneratedRegex(@"^ +keep_firing_for: (?<time>\w+)\n", RegexOptions.Multiline)]
    private static partial Regex Keep();

    [GeneratedRegex(@"^ +for: ", RegexOptions.Multiline)]
    private static partial Regex For();

    // Either the rest of the line, or the lines below it that begin further to the right.
    [GeneratedRegex(
        @"^(?<indent> +)expr: (?:\|-?\n(?<block>(?:\k<indent> +.*\n)+)|(?<line>[^|\n].*)\n)", RegexOptions.Multiline)]
    private static partial Regex Expression();
}
