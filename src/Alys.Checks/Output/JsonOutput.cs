using System.Text.Json;

namespace Alys.Checks.Output;

/// <summary>Problems as JSON, for programs.</summary>
public static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>An array with an object for each: check, file, line, column, length, message, help.</summary>
    public static string Of(IEnumerable<Problem> problems) => JsonSerializer.Serialize(
        problems.Select(problem => new
        {
            problem.Check,
            File = problem.Where.File.Path,
            problem.Where.Line,
            problem.Where.Column,
            problem.Where.Span.Length,
            problem.Message,
            problem.Help,
        }),
        Options);
}
