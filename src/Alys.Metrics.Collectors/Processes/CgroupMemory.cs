using System.Text;

namespace Alys.Metrics.Collectors.Processes;

/// <summary>
/// Finds the memory limit that a process runs under: the tightest on the way from its control group up to the root of
/// what is mounted, since each group is held to the limits of those above it.
/// </summary>
/// <remarks><b>Source:</b> cgroups(7), proc_pid_mountinfo(5); the kernel's Documentation/admin-guide/cgroup-v2.rst
/// (<c>memory.max</c>) and cgroup-v1/memory.rst (<c>memory.limit_in_bytes</c>).</remarks>
internal sealed class CgroupMemory(string procDirectory, ProcFiles files)
{
    /// <summary>Version 1 says "no limit" by the highest number of whole pages, which differs with their size; no
    /// machine has this much.</summary>
    private const long NoLimit = 1L << 62;

    /// <summary>Where the groups that hold memory limits are mounted; mounts of this kind do not change.</summary>
    private readonly Lazy<CgroupMount?> _mount = new(() => CgroupMount.Find(procDirectory, files));

    /// <summary>The limit in bytes of the process whose folder in <c>/proc</c> is given; null when there is none, or it
    /// cannot be seen from here.</summary>
    public long? ReadLimit(string processFolder)
    {
        if (_mount.Value is not { } mount
            || !files.TryRead($"{processFolder}/cgroup", out ReadOnlySpan<byte> groups)
            || GroupOf(groups, mount.IsVersion1) is not { } group
            || mount.Resolve(group) is not { } folder) return null;

        long? tightest = null;
        for (; folder.Length >= mount.Point.Length; folder = folder[..Math.Max(0, folder.LastIndexOf('/'))])
        {
            long? limit = files.ReadNumber($"{folder}/{mount.LimitFile}");
            if (limit < (tightest ?? NoLimit)) tightest = limit;
        }

        return tightest;
    }

    /// <summary>The path after <c>0::</c> (version 2), or after the controllers that name <c>memory</c>
    /// (<c>4:memory:/path</c>).</summary>
    private static string? GroupOf(ReadOnlySpan<byte> groups, bool isVersion1)
    {
        while (!groups.IsEmpty)
        {
            ReadOnlySpan<byte> line = ProcText.TakeLine(ref groups);
            int first = line.IndexOf((byte)':');
            if (first < 0) continue;
            int second = line[(first + 1)..].IndexOf((byte)':');
            if (second < 0) continue;
            ReadOnlySpan<byte> controllers = line.Slice(first + 1, second);
            bool wanted = isVersion1 ? CgroupMount.Names(controllers, "memory"u8) : controllers.IsEmpty;
            if (wanted) return Encoding.UTF8.GetString(line[(first + second + 2)..]);
        }

        return null;
    }
}
