using System.Globalization;

namespace Alys.Monitor.Stack;

/// <summary>
/// At most one <c>up</c> a home. The kernel frees the lock when its holder dies, however it dies, so a lock file that
/// was left behind never refuses anyone.
/// </summary>
internal sealed class UpLock : IDisposable
{
    private readonly FileStream _file;
    private readonly string _notePath;

    private UpLock(FileStream file, string notePath)
    {
        _file = file;
        _notePath = notePath;
    }

    /// <summary>Takes the lock.</summary>
    /// <exception cref="UsageException">Another <c>up</c> has it: says which, and where it can be seen.</exception>
    public static UpLock Take(AlysHome home)
    {
        string notePath = Path.Combine(home.Run, "up.txt");
        return new UpLock(Open(Path.Combine(home.Run, "up.lock"), notePath), notePath);
    }

    /// <summary>Leaves a note beside the lock for whoever is refused: this process and where to look.</summary>
    public void Note(string urls) =>
        File.WriteAllText(
            _notePath, string.Create(CultureInfo.InvariantCulture, $"pid {Environment.ProcessId}, {urls}"));

    /// <summary>Gives the lock back and removes its files.</summary>
    public void Dispose()
    {
        File.Delete(_notePath);
        _file.Dispose();
    }

    private static FileStream Open(string path, string notePath)
    {
        try
        {
            // With these three (open or create, no sharing, delete on close) the base library also checks that the file
            // it has locked is still the one at the path, so a holder that is just leaving makes no two holders.
            return new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            string who = File.Exists(notePath) ? File.ReadAllText(notePath) : "it is still starting";
            throw new UsageException(
                $"already running ({who}). Stop it first, or run a second one with another --home and other ports.", e);
        }
    }
}
