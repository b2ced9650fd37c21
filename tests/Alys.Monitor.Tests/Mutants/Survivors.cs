using System.Text.RegularExpressions;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Mutants;

/// <summary>The mutants that no test kills, as <c>monitoring/prometheus/tests/survivors.md</c> lists them.</summary>
internal static partial class Survivors
{
    public const string File = "tests/survivors.md";

    /// <summary>Their names, and why they live.</summary>
    public static IReadOnlyList<(string Id, string Reason)> Listed { get; } =
    [
        .. Line().Matches(CommittedRules.Text(File))
            .Select(line => (line.Groups["id"].Value, line.Groups["reason"].Value)),
    ];

    [GeneratedRegex(@"^\| `(?<id>[^`]+)` \| (?<reason>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
