using Alys.Checks.Sources;

namespace Alys.Checks.Tests.Fixtures;

/// <summary>The repository that the tests are of.</summary>
internal static class Repository
{
    private const string Solution = "Alys.Monitoring.slnx";

    private static readonly string[] Kinds = [".yml", ".json", ".md"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() =>
        [.. Below("monitoring").Where(file => !file.Path.Contains("/templates/", StringComparison.Ordinal)),
            .. Below("docs/runbooks")]);

    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>What <c>check</c> reads when nothing is named.</summary>
    public static IReadOnlyList<SourceFile> Files => Read.Value;

    /// <summary>The content of one of its files.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<SourceFile> Below(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(path => Kinds.Contains(Path.GetExtension(path)))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(
                Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)));

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
