namespace Alys.Repository.Tests;

/// <summary>The files of this repository as they are on the disk: what git knows and what is about to be
/// added.</summary>
internal static class Checkout
{
    private const string Solution = "Alys.Monitoring.slnx";

    // What builds, tools and runs leave behind; the same names as in .gitignore.
    private static readonly HashSet<string> NotOurs =
        [".git", ".alys", ".vs", ".idea", "artifacts", "bin", "obj", "node_modules", "BenchmarkDotNet.Artifacts"];

    private static readonly HashSet<string> TextEndings =
    [
        ".cs", ".csproj", ".props", ".targets", ".slnx", ".json", ".md", ".yml", ".yaml", ".sh", ".txt", ".proto",
        ".editorconfig", ".gitignore", ".gitattributes", "",
    ];

    private static readonly Lazy<IReadOnlyList<SourceFile>> AllFiles = new(ReadAll);

    /// <summary>The folder that holds the solution file. Searched upwards from the test program, because a path
    /// noted by the compiler is rewritten in deterministic builds.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every text file, read once.</summary>
    public static IReadOnlyList<SourceFile> Files => AllFiles.Value;

    /// <summary>Every C# file.</summary>
    public static IEnumerable<SourceFile> CSharp => OfType(".cs");

    /// <summary>Every project file.</summary>
    public static IEnumerable<SourceFile> Projects => OfType(".csproj");

    /// <summary>The files with one of the endings; fails when there is none, so that no rule passes by looking at
    /// nothing.</summary>
    public static IEnumerable<SourceFile> OfType(params string[] endings)
    {
        SourceFile[] files = [.. Files.Where(file => endings.Contains(file.Ending))];
        Assert.NotEmpty(files);
        return files;
    }

    /// <summary>The file of a path that starts at the root, such as "src/Alys.Metrics/Counter.cs".</summary>
    public static SourceFile File(string path) =>
        Files.FirstOrDefault(file => file.Path == path)
        ?? throw new FileNotFoundException($"{path} is missing from the repository.");

    /// <summary>Whether a file or folder of this path, from the root, is there.</summary>
    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Solution}.");
    }

    private static List<SourceFile> ReadAll()
    {
        var found = new List<SourceFile>();
        Collect(new DirectoryInfo(Root), found);
        found.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return found;
    }

    private static void Collect(DirectoryInfo folder, List<SourceFile> found)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
        {
            if (NotOurs.Contains(entry.Name))
                continue;
            if (entry is DirectoryInfo inner)
                Collect(inner, found);
            else if (TextEndings.Contains(entry.Extension))
                found.Add(new SourceFile(RelativePath(entry), System.IO.File.ReadAllText(entry.FullName)));
        }
    }

    private static string RelativePath(FileSystemInfo entry) =>
        Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/');
}
