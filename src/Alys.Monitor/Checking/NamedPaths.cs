using Alys.Checks.Sources;
using Alys.Checks.Subjects;

namespace Alys.Monitor.Checking;

/// <summary>Refuses a path of which nothing is checked: "no problem" would be said of what nobody looked at.</summary>
internal static class NamedPaths
{
    private const string Kinds = "rules (groups or PrometheusRule), their tests, dashboards, prometheus.yml, "
        + "alertmanager.yml, targets, provisioning of Grafana, and pages in a folder runbooks";

    // The index of the runbooks stands among them, and whoever names them all names it too.
    private const string Index = "README.md";

    /// <summary>Looks at what was found of each path.</summary>
    /// <param name="paths">What was named.</param>
    /// <param name="files">What was read of them.</param>
    /// <param name="subject">What that is.</param>
    /// <exception cref="UsageException">Of one of them there is nothing to check.</exception>
    public static void RefuseEmpty(
        IReadOnlyList<string> paths, IReadOnlyList<SourceFile> files, Subject subject)
    {
        HashSet<SourceFile> unknown = [.. subject.Unknown];
        HashSet<SourceFile> empty =
            [.. subject.RuleFiles.Where(file => file.IsEmpty).Select(file => file.File)];
        foreach (string path in paths)
        {
            string name = path.Replace('\\', '/');
            if (!Directory.Exists(path))
            {
                SourceFile? file = files.FirstOrDefault(one => one.Path == name);
                if (file is not null) Refuse(path, file, unknown, empty, paths.Count > 1);
                continue;
            }

            string folder = name.TrimEnd('/') + "/";
            IEnumerable<SourceFile> told = files.Where(file => !unknown.Contains(file) && !empty.Contains(file))
                .Concat(subject.Unreadable.Select(problem => problem.Where.File));
            if (!told.Any(file => file.Path.StartsWith(folder, StringComparison.Ordinal)))
            {
                throw new UsageException($"there is nothing to check in {path}: name a folder or a file with {Kinds}");
            }
        }
    }

    private static void Refuse(
        string path, SourceFile file, HashSet<SourceFile> unknown, HashSet<SourceFile> empty, bool hasOthers)
    {
        if (string.IsNullOrWhiteSpace(file.Text))
            throw new UsageException($"{path} is empty: name a file that has something to check");
        if (empty.Contains(file))
            throw new UsageException($"there is no rule in {path}: write one with a name and an expr, or leave it out");
        if (unknown.Contains(file) && !(hasOthers && Path.GetFileName(path) == Index))
            throw new UsageException($"{path} is of no kind that is checked: those are {Kinds}");
    }
}
