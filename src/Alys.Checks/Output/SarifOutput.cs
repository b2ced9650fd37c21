using System.Text.Json;

namespace Alys.Checks.Output;

/// <summary>Problems as SARIF 2.1.0, which code scanners and editors read.</summary>
/// <remarks><b>Source:</b> OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".</remarks>
public static class SarifOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>The whole file.</summary>
    public static string Of(IReadOnlyCollection<Problem> problems)
    {
        Dictionary<string, object> sarif = new()
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    Tool = new
                    {
                        Driver = new
                        {
                            Name = "alys-monitor check",
                            Rules = problems.Select(problem => problem.Check).Distinct().Order(StringComparer.Ordinal)
                                .Select(check => new { Id = check }),
                        },
                    },
                    ColumnKind = "utf16CodeUnits",
                    Results = problems.Select(Result),
                },
            },
        };
        return JsonSerializer.Serialize(sarif, Options);
    }

    private static string UriOf(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static object Result(Problem problem) => new
    {
        RuleId = problem.Check,
        Level = "error",
        Message = new { Text = problem.Help.Length > 0 ? $"{problem.Message}. {problem.Help}" : problem.Message },
        Locations = new[]
        {
            new
            {
                PhysicalLocation = new
                {
                    ArtifactLocation = new { Uri = UriOf(problem.Where.File.Path) },
                    Region = new
                    {
                        StartLine = problem.Where.Line,
                        StartColumn = problem.Where.Column,
                        CharOffset = problem.Where.Span.Start,
                        CharLength = problem.Where.Span.Length,
                    },
                },
            },
        },
    };
}
