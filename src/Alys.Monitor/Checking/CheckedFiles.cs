using System.IO.Enumeration;
using Alys.Checks;
using Alys.Checks.Reading;
using Alys.Checks.Sources;

namespace Alys.Monitor.Checking;

/// <summary>Finds and reads the files that are checked.</summary>
internal static class CheckedFiles
{
    /// <summary>What is checked unless something is named.</summary>
    public static readonly string[] Defaults = ["monitoring", "docs/runbooks"];

    // Templates of rules are no rules yet: what is rendered from them is checked.
    private const string Templates = "templates";

    // Files of tens of thousands of rules have a tenth of it; a device may have no end.
    private const int MaxMegabytes = 100;

    private static readonly string[] Kinds = [".yml", ".yaml", ".json", ".md"];

    /// <summary>The files of some paths, in the order of their names.</summary>
    /// <param name="paths">Files, which are taken whatever they are called, and folders. In a folder a link to a file
    /// is followed, a link to a folder is not, and what is no file, such as a pipe, counts as an empty one.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="UsageException">A path is not there, cannot be read or is too large.</exception>
    public static async Task<CheckedSources> ReadAsync(IEnumerable<string> paths, CancellationToken stop)
    {
        List<SourceFile> files = [];
        List<Problem> broken = [];
        foreach ((string path, bool isNamed) in paths.SelectMany(Find)
            .DistinctBy(one => Path.GetFullPath(one.Path)).OrderBy(one => one.Path, StringComparer.Ordinal))
        {
            string shown = path.Replace('\\', '/');
            try
            {
                if (isNamed) files.Add(new SourceFile(shown, await TextAsync(path, stop)));
                else if (Target(path) is not { Exists: true } file) broken.Add(LeadsNowhere(shown));
                // Who opens a pipe waits for whoever writes to it; what is no file has no length.
                else files.Add(new SourceFile(
                    shown, file.Length == 0 ? "" : await TextAsync(file.FullName, stop)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"cannot read {path}: {e.Message}", e);
            }
        }

        return new CheckedSources(files, broken);
    }

    private static async Task<string> TextAsync(string path, CancellationToken stop)
    {
        using MemoryStream bytes = new();
        await using (FileStream file = File.OpenRead(path))
        {
            byte[] buffer = new byte[1 << 16];
            for (int count; (count = await file.ReadAsync(buffer, stop)) > 0;)
            {
                if (bytes.Length + count > MaxMegabytes << 20)
                    throw new UsageException($"{path} has more than {MaxMegabytes} MB: split it, or leave it out");
                bytes.Write(buffer, 0, count);
            }
        }

        bytes.Position = 0;
        using StreamReader reader = new(bytes);
        return await reader.ReadToEndAsync(stop);
    }

    private static IEnumerable<(string Path, bool IsNamed)> Find(string path)
    {
        if (File.Exists(path)) return [(path, true)];
        if (!Directory.Exists(path))
            throw new UsageException($"there is no file and no folder {path}: name what is to be checked");
        try
        {
            return [.. Below(path).Select(file => (file, false))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {path}: {e.Message}", e);
        }
    }

    private static FileSystemEnumerable<string> Below(string folder) => new(
        folder,
        (ref entry) => entry.ToSpecifiedFullPath(),
        new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false })
    {
        ShouldIncludePredicate = (ref entry) =>
            !entry.IsDirectory && Kinds.Contains(Path.GetExtension(entry.FileName).ToString()),
        // A link to a folder may lead back to where it stands.
        ShouldRecursePredicate = (ref entry) =>
            !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && !entry.FileName.SequenceEqual(Templates),
    };

    /// <summary>The file, or the one that a link leads to in the end; null when it leads in a circle.</summary>
    private static FileInfo? Target(string path)
    {
        FileInfo file = new(path);
        try
        {
            return file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static Problem LeadsNowhere(string path) => new(
        SubjectReader.Unreadable, new SourceFile(path, "").At(default), "this link leads to no file",
        "Mend the link or take it out; nothing of it was checked.");
}
