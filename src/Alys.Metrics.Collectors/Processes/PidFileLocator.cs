using System.Globalization;
using System.Text;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Processes;

/// <summary>Watches the process whose pid is on the first line of a file. The file is read every round, so a restart
/// that writes it anew is followed, and one that gets the same pid by its start time.</summary>
internal sealed class PidFileLocator(string procDirectory, string path) : ProcessLocator(procDirectory)
{
    /// <summary>More than any pid and the other lines that some programs add need.</summary>
    private const int LongestContent = 4096;

    public override ProcessIdentity Locate()
    {
        int pid = ReadPid();
        return Find(pid) ?? throw NotFound(
            $"The pid file '{path}' names process {pid}, which is not running: start it, or remove the stale file.");
    }

    private int ReadPid()
    {
        try
        {
            string content = ReadContent();
            ReadOnlySpan<char> line = content.AsSpan().Trim();
            int end = line.IndexOfAny("\r\n");
            if (end >= 0) line = line[..end].TrimEnd();
            if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int pid) && pid > 0) return pid;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NotFound($"The pid file '{path}' does not exist: start the process, or correct the path.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CollectorException(
                CollectorFailure.Permission,
                $"The pid file '{path}' cannot be read: let this user read it, or correct the path.",
                exception);
        }

        throw new CollectorException(
            CollectorFailure.InvalidResponse,
            $"The pid file '{path}' does not have a process id on its first line: correct the path.");
    }

    private string ReadContent()
    {
        using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Span<byte> content = stackalloc byte[LongestContent];
        return Encoding.ASCII.GetString(content[..stream.ReadAtLeast(content, LongestContent, false)]);
    }
}
