using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Alys.Monitor.Stack;

namespace Alys.PromQL.Tests.Promtool;

/// <summary>The judgement of the real promtool: of a file with thousands of rules it names each one that is wrong.
/// </summary>
internal static partial class Promtool
{
    /// <summary>What promtool says of each expression: null for what is valid.</summary>
    public static async Task<string?[]> JudgeAsync(IReadOnlyList<string> expressions)
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        string file = home.Write("rules.yml", Rules(expressions));
        StringBuilder said = new();
        (int code, string errors) = await ToolRun.RunAsync(
            package.Promtool, ["check", "rules", "--lint=none", file], home.Root,
            line => said.Append(line).Append('\n'), cancellation);

        var verdicts = new string?[expressions.Count];
        foreach (Match match in Verdict().Matches(said.Append(errors).ToString()))
        {
            int rule = int.Parse(match.Groups["rule"].ValueSpan, CultureInfo.InvariantCulture);
            verdicts[rule - 1] = match.Groups["what"].Value;
        }

        Assert.True(code == 0 == verdicts.All(verdict => verdict is null), $"promtool ended with {code}: {errors}");
        return verdicts;
    }

    private static string Rules(IReadOnlyList<string> expressions)
    {
        var text = new StringBuilder("groups:\n- name: all\n  rules:\n");
        foreach (string expression in expressions)
            text.Append("  - record: x\n    expr: ").Append(Quoted(expression)).Append('\n');
        return text.ToString();
    }

    // As a string of YAML, in which every character can be written by its number.
    private static string Quoted(string expression)
    {
        var text = new StringBuilder("\"");
        foreach (Rune rune in expression.EnumerateRunes())
        {
            bool isPlain = rune.Value is >= ' ' and < '\x7f' and not ('"' or '\\');
            text.Append(isPlain ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"));
        }

        return text.Append('"').ToString();
    }

    [GeneratedRegex("""group "all", rule (?<rule>\d+), "x": (?<what>[^\n]*)""")]
    private static partial Regex Verdict();
}
