using System.Globalization;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>The folders of stages, among temporary files. Each says in its name whose it is, so that a drill that was
/// killed leaves nothing for ever.</summary>
internal static class StageFolders
{
    private const string Prefix = "alys-drill-";

    /// <summary>A new one for a stage of this process.</summary>
    public static AlysHome Create() => new(Directory.CreateTempSubdirectory(
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")).FullName);

    /// <summary>Stops what runs on stages whose process is gone, and removes their folders.</summary>
    /// <param name="among">The folder of temporary files.</param>
    /// <param name="clock">For deadlines.</param>
    public static async Task ClearAsync(string among, TimeProvider clock)
    {
        foreach (string folder in Directory.EnumerateDirectories(among, Prefix + "*"))
        {
            string[] parts = Path.GetFileName(folder)[Prefix.Length..].Split('-');
            if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int pid)
                || ProcessIdentity.Of(pid) is not null)
            {
                continue;
            }

            AlysHome home = new(folder);
            if (Directory.Exists(home.Run)) await ChildRecords.StopLeftoversAsync(home, clock);
            Directory.Delete(folder, recursive: true);
        }
    }
}
