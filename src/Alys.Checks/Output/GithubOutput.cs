using System.Globalization;

namespace Alys.Checks.Output;

/// <summary>Problems as GitHub Actions shows them beside a change.</summary>
/// <remarks><b>Source:</b> "Workflow commands for GitHub Actions".</remarks>
public static class GithubOutput
{
    /// <summary>The line for a problem, without its end.</summary>
    public static string Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        string text = problem.Help.Length > 0 ? $"{problem.Message}. {problem.Help}" : problem.Message;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"::error file={Property(problem.Where.File.Path)},line={problem.Where.Line},col={problem.Where.Column},"
            + $"title={Property(problem.Check)}::{Data(text)}");
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
