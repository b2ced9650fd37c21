using System.IO.Enumeration;

namespace Alys.Metrics.Collectors.Processes;

/// <summary>Counts what a process has open: files, sockets, pipes.</summary>
internal static class OpenFiles
{
    private static readonly EnumerationOptions Everything =
        new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The number of entries in <c>/proc/PID/fd</c>; null when it may not be listed.</summary>
    public static long? Count(string processFolder, int pid)
    {
        try
        {
            var entries = new FileSystemEnumerable<int>(
                $"{processFolder}/fd", static (ref FileSystemEntry _) => 0, Everything);
            long count = 0;
            foreach (int _ in entries) count++;
            // Who counts its own has the folder open meanwhile.
            return pid == Environment.ProcessId ? count - 1 : count;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
