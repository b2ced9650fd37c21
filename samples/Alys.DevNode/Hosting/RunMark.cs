namespace Alys.DevNode.Hosting;

/// <summary>A file that is there while the node runs: found at a start, the run before did not end as it
/// should.</summary>
internal static class RunMark
{
    /// <summary>Leaves the mark. Returns whether one was there.</summary>
    public static bool Begin(string folder)
    {
        bool found = File.Exists(PathIn(folder));
        File.WriteAllText(PathIn(folder), "");
        return found;
    }

    public static void End(string folder) => File.Delete(PathIn(folder));

    private static string PathIn(string folder) => Path.Combine(folder, "running");
}
