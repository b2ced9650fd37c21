using Alys.Monitor.Stack;

namespace Alys.Monitor.Rules;

/// <summary>The committed rules, which the executable carries.</summary>
internal static class RuleFiles
{
    private const string Folder = "rules/";

    /// <summary>Their names, such as <c>rules/sync.yml</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(RuleFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Writes them below a folder, where the <c>rule_files</c> of a configuration in it finds them; rules that
    /// are there go.</summary>
    public static async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        string rules = Path.Combine(folder, Folder);
        if (Directory.Exists(rules)) Directory.Delete(rules, recursive: true);
        Directory.CreateDirectory(rules);
        foreach (string name in Names)
            await File.WriteAllTextAsync(Path.Combine(folder, name), Resources.Text(name), cancellation);
    }
}
