namespace Alys.Monitor.Stack;

/// <summary>Programs on the search path.</summary>
internal static class Executables
{
    private const UnixFileMode AnyExecute =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The full path of a program in <c>PATH</c>; null when there is none.</summary>
    public static string? Find(string name) => Find(name, Environment.GetEnvironmentVariable("PATH"));

    /// <summary>The full path of a program in a given search path; null when there is none.</summary>
    public static string? Find(string name, string? searchPath)
    {
        foreach (string folder in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            string candidate = Path.Combine(folder, name);
            if (IsExecutable(candidate))
                return Path.GetFullPath(candidate);
        }

        return null;
    }

    /// <summary>Whether a file is there and someone may execute it.</summary>
    public static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != 0);
}
