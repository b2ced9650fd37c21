using System.IO.Enumeration;
using System.Text;

namespace Alys.Metrics.Collectors.Processes;

/// <summary>
/// Watches a process by its name: that which the kernel shows (<c>comm</c>), or the base name of its executable or of
/// the first word of its command line. Of several the one that started first, since helpers and workers are started
/// later than the process they serve; never this process itself. All processes are listed only while it is not known.
/// </summary>
internal sealed class NameLocator(string procDirectory, string name) : ProcessLocator(procDirectory)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = true };

    private readonly byte[] _name = Encoding.UTF8.GetBytes(name);

    private ProcessIdentity? _known;

    public override ProcessIdentity Locate()
    {
        if (_known is { } known && Find(known.Pid) == known) return known;
        _known = FindOldest();
        return _known ?? throw NotFound(
            $"No process named '{name}' is running: start it, or give the name of its executable.");
    }

    private ProcessIdentity? FindOldest()
    {
        if (!Directory.Exists(ProcDirectory)) return null;
        ProcessIdentity? oldest = null;
        foreach (int pid in Pids())
        {
            if (pid == Environment.ProcessId || !IsNamed(pid) || Find(pid) is not { } found) continue;
            if (oldest is null || IsOlder(found, oldest.Value)) oldest = found;
        }

        return oldest;
    }

    private static bool IsOlder(ProcessIdentity one, ProcessIdentity other) =>
        (one.StartTicks, one.Pid).CompareTo((other.StartTicks, other.Pid)) < 0;

    private FileSystemEnumerable<int> Pids() => new(
        ProcDirectory,
        static (ref FileSystemEntry entry) => int.TryParse(entry.FileName, out int pid) ? pid : 0,
        Everything)
    {
        ShouldIncludePredicate = static (ref FileSystemEntry entry) => char.IsAsciiDigit(entry.FileName[0]),
    };

    private bool IsNamed(int pid)
    {
        string folder = $"{ProcDirectory}/{pid}";
        if (Files.TryRead($"{folder}/stat", out ReadOnlySpan<byte> stat)
            && ProcessStat.NameIn(stat).SequenceEqual(_name)) return true;
        if (Files.TryRead($"{folder}/cmdline", out ReadOnlySpan<byte> commandLine)
            && IsCalledBy(commandLine)) return true;
        return new FileInfo($"{folder}/exe").LinkTarget is { } executable && IsNamed(executable);
    }

    private bool IsCalledBy(ReadOnlySpan<byte> commandLine)
    {
        int end = commandLine.IndexOf((byte)0);
        ReadOnlySpan<byte> first = end < 0 ? commandLine : commandLine[..end];
        return first[(first.LastIndexOf((byte)'/') + 1)..].SequenceEqual(_name);
    }

    private bool IsNamed(string executable)
    {
        // The kernel marks an executable that was replaced while it runs, as an upgrade does.
        const string Replaced = " (deleted)";
        ReadOnlySpan<char> path = executable.AsSpan();
        if (path.EndsWith(Replaced)) path = path[..^Replaced.Length];
        return path[(path.LastIndexOf('/') + 1)..].SequenceEqual(name);
    }
}
