using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Rules;

/// <summary>What the repository has of Prometheus.</summary>
internal static class CommittedRules
{
    public static string Home { get; } =
        Path.GetFullPath(Path.Combine(AlysHome.Locate(null).Root, "..", "monitoring", "prometheus"));

    public static IReadOnlyList<string> Names(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Home, folder), "*.yml")
            .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
    ];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Home, path));
}
