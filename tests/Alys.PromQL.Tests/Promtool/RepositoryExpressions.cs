using System.Text.Json;
using System.Text.RegularExpressions;
using Alys.Monitor.Stack;

namespace Alys.PromQL.Tests.Promtool;

/// <summary>Every expression of the repository's rules, dashboards and runbooks.</summary>
internal static partial class RepositoryExpressions
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AlysHome.Locate(null).Root, ".."));

    public static IReadOnlyList<string> Rules { get; } =
        [.. Files("monitoring/prometheus/rules", "*.yml").SelectMany(OfRules)];

    public static IReadOnlyList<string> Panels { get; } =
    [
        .. Files("monitoring/grafana/dashboards", "*.json")
            .SelectMany(text => Expr().Matches(text))
            .Select(match => JsonSerializer.Deserialize<string>(match.Groups["text"].Value)!),
    ];

    public static IReadOnlyList<string> Runbooks { get; } =
    [
        .. Files("docs/runbooks", "*.md").SelectMany(text => Block().Matches(text))
            .Select(match => match.Groups["text"].Value),
    ];

    /// <summary>A panel's query as Grafana would send it.</summary>
    public static string Filled(string query) =>
        Interval().Replace(query, "5m").Replace("$actor_type", "sync|chain", StringComparison.Ordinal)
            .Replace("$job", "alys", StringComparison.Ordinal).Replace("$instance", ".*", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern).Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);

    // The forms that our rules have: on the line, in single quotes, or folded below.
    private static IEnumerable<string> OfRules(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int at = lines[i].IndexOf("expr: ", StringComparison.Ordinal);
            if (at < 0 || lines[i].AsSpan().TrimStart().StartsWith('#')) continue;
            string value = lines[i][(at + 6)..];
            if (value.StartsWith('\'')) value = value[1..^1].Replace("''", "'", StringComparison.Ordinal);
            if (value is not (">-" or "|" or "|-" or ">"))
            {
                yield return value;
                continue;
            }

            List<string> below = [];
            while (i + 1 < lines.Length && (lines[i + 1].Length == 0 || IndentOf(lines[i + 1]) > at))
                below.Add(lines[++i].Trim());
            yield return string.Join('\n', below).Trim();
        }
    }

    private static int IndentOf(string line) => line.Length - line.TrimStart().Length;

    [GeneratedRegex("""
        "expr": (?<text>"(?:[^"\\]|\\.)*")
        """)]
    private static partial Regex Expr();

    [GeneratedRegex("```promql\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\$__(rate_interval|interval|range)\b")]
    private static partial Regex Interval();
}
