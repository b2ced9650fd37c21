using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Runbooks;

/// <summary>The runbooks of the repository, their index, and the alerts that they belong to.</summary>
internal static partial class Shelf
{
    private const string IndexName = "README";
    private const string Solution = "Alys.Monitoring.slnx";

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every page but the index.</summary>
    public static IReadOnlyList<Runbook> Runbooks { get; } = [.. Read().Where(page => page.Name != IndexName)];

    /// <summary>Every line of the index: the alert and its severity.</summary>
    public static IReadOnlyList<(string Alert, string Severity)> Index { get; } =
    [
        .. Entry().Matches(Read().Single(page => page.Name == IndexName).Text)
            .Select(match => (match.Groups["alert"].Value, match.Groups["severity"].Value)),
    ];

    /// <summary>The alerts of the rules, as often as they stand there, with their severities. Where no rules are
    /// committed, those of the index.</summary>
    public static IReadOnlyList<(string Alert, string Severity)> Alerts { get; } = ReadAlerts();

    /// <summary>The faults that a development node can have.</summary>
    public static IReadOnlySet<string> Faults { get; } = FaultMember()
        .Matches(File.ReadAllText(Path.Combine(Root, "samples/Alys.DevNode/Faults/FaultDescriptions.cs")))
        .Select(match => WordStart().Replace(match.Groups["name"].Value, "-$0").ToLowerInvariant())
        .ToHashSet();

    private static IEnumerable<Runbook> Read() => Directory
        .EnumerateFiles(Path.Combine(Root, "docs/runbooks"), "*.md")
        .Order(StringComparer.Ordinal)
        .Select(path => new Runbook(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)));

    private static IReadOnlyList<(string Alert, string Severity)> ReadAlerts()
    {
        string folder = Path.Combine(Root, "monitoring/prometheus/rules");
        if (!Directory.Exists(folder))
            return Index;
        return
        [
            .. Directory.EnumerateFiles(folder, "*.yml")
                .SelectMany(path => Alert().Matches(File.ReadAllText(path)))
                .Select(match => (match.Groups["alert"].Value, match.Groups["severity"].Value)),
        ];
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Solution}.");
    }

    [GeneratedRegex(@"^\| \[(?<alert>\w+)\]\(\k<alert>\.md\) \| (?<severity>\w+) \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    // The severity of an alert is the first one after its name.
    [GeneratedRegex(
        @"^ *- alert: (?<alert>\w+)$.*?^ *severity: (?<severity>\w+)$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Alert();

    [GeneratedRegex(@"\[Fault\.(?<name>\w+)\]")]
    private static partial Regex FaultMember();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
