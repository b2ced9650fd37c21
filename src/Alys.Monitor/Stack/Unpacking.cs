using System.Globalization;

namespace Alys.Monitor.Stack;

/// <summary>
/// Puts a folder into <c>tools/</c> as a whole or not at all: it is filled under a temporary name and renamed when
/// complete, so an interrupted download leaves nothing that looks finished. Two processes may do so at once.
/// </summary>
internal static class Unpacking
{
    private const string TemporaryPrefix = ".partial-";

    private static readonly SemaphoreSlim Gate = new(1, 1);

    /// <summary>The folder <c>tools/&lt;name&gt;</c>, filled by <paramref name="fill"/> if it is not there
    /// yet.</summary>
    public static async Task<string> EnsureAsync(AlysHome home, string name, Func<string, Task> fill)
    {
        string target = Path.Combine(home.Tools, name);
        // One at a time in a process: the temporary folder is named after the process.
        await Gate.WaitAsync();
        try
        {
            if (!Directory.Exists(target))
                await FillAsync(home, name, target, fill);
            return target;
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task FillAsync(AlysHome home, string name, string target, Func<string, Task> fill)
    {
        Directory.CreateDirectory(home.Tools);
        RemoveAbandoned(home);
        string temporary = Path.Combine(
            home.Tools,
            string.Create(CultureInfo.InvariantCulture, $"{TemporaryPrefix}{name}-{Environment.ProcessId}"));
        try
        {
            string result = Path.Combine(temporary, name);
            Directory.CreateDirectory(result);
            await fill(result);
            Directory.Move(result, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another process was first; what it put there is as good as ours.
        }
        finally
        {
            Delete(temporary);
        }
    }

    private static void RemoveAbandoned(AlysHome home)
    {
        foreach (string folder in Directory.EnumerateDirectories(home.Tools, TemporaryPrefix + "*"))
        {
            string pid = folder[(folder.LastIndexOf('-') + 1)..];
            if (!int.TryParse(pid, NumberStyles.None, CultureInfo.InvariantCulture, out int owner)
                || owner == Environment.ProcessId || ProcessIdentity.Of(owner) is null)
            {
                Delete(folder);
            }
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
