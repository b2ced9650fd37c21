using Alys.Checks.Sources;

namespace Alys.Monitor.Checking;

/// <summary>Finds and reads the files that are checked.</summary>
internal static class CheckedFiles
{
    /// <summary>What is checked unless something is named.</summary>
    public static readonly string[] Defaults = ["monitoring", "docs/runbooks"];

    // Templates of rules are no rules yet: what is rendered from them is checked.
    private const string Templates = "templates";

    private static readonly string[] Kinds = [".yml", ".yaml", ".json", ".md"];

    /// <summary>The files of some paths, in the order of their names.</summary>
    /// <param name="paths">Files, which are taken whatever they are called, and folders.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="UsageException">A path is not there, or cannot be read.</exception>
    public static async Task<IReadOnlyList<SourceFile>> ReadAsync(
        IEnumerable<string> paths, CancellationToken stop)
    {
        List<SourceFile> files = [];
        foreach (string path in paths.SelectMany(Find).Distinct().Order(StringComparer.Ordinal))
        {
            try
            {
                files.Add(new SourceFile(path.Replace('\\', '/'), await File.ReadAllTextAsync(path, stop)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"cannot read {path}: {e.Message}", e);
            }
        }

        return files;
    }

    private static IEnumerable<string> Find(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path))
            throw new UsageException($"there is no file and no folder {path}: name what is to be checked");
        EnumerationOptions options = new() { RecurseSubdirectories = true, IgnoreInaccessible = false };
        try
        {
            return
            [
                .. Directory.EnumerateFiles(path, "*", options)
                    .Where(file => Kinds.Contains(Path.GetExtension(file)) && !IsTemplate(path, file)),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {path}: {e.Message}", e);
        }
    }

    private static bool IsTemplate(string root, string file) =>
        Path.GetDirectoryName(Path.GetRelativePath(root, file))!.Split(Path.DirectorySeparatorChar).Contains(Templates);
}
