using System.Text;

namespace Alys.Metrics.Collectors.Processes;

/// <summary>Where the control groups that can limit memory are mounted.</summary>
/// <param name="Point">The folder they are mounted at.</param>
/// <param name="Root">The group which that folder is: <c>/</c>, or in a container its own.</param>
/// <param name="IsVersion1">Whether it is the memory hierarchy of version 1.</param>
internal sealed record CgroupMount(string Point, string Root, bool IsVersion1)
{
    /// <summary>The file of a group that has its limit.</summary>
    public string LimitFile => IsVersion1 ? "memory.limit_in_bytes" : "memory.max";

    /// <summary>Finds the mount: version 1's when its memory controller is there, since a controller is in one version
    /// only; else version 2's; null when there is neither.</summary>
    public static CgroupMount? Find(string procDirectory, ProcFiles files)
    {
        if (!files.TryRead($"{procDirectory}/self/mountinfo", out ReadOnlySpan<byte> mounts)) return null;
        CgroupMount? version2 = null;
        while (!mounts.IsEmpty)
        {
            ReadOnlySpan<byte> line = ProcText.TakeLine(ref mounts);
            int separator = line.IndexOf(" - "u8);
            if (separator < 0) continue;
            ReadOnlySpan<byte> tail = line[(separator + 3)..];
            ReadOnlySpan<byte> type = ProcText.TakeField(ref tail);
            ProcText.TakeField(ref tail);
            if (type.SequenceEqual("cgroup2"u8)) version2 ??= Parse(line, false);
            if (type.SequenceEqual("cgroup"u8) && Names(tail.Trim((byte)' '), "memory"u8)) return Parse(line, true);
        }

        return version2;
    }

    /// <summary>Whether a list with commas has a word.</summary>
    public static bool Names(ReadOnlySpan<byte> list, ReadOnlySpan<byte> word)
    {
        foreach (Range part in list.Split((byte)','))
        {
            if (list[part].SequenceEqual(word)) return true;
        }

        return false;
    }

    /// <summary>The folder of a group; null when the group is not below what is mounted here.</summary>
    public string? Resolve(string group)
    {
        if (group.Contains("/..", StringComparison.Ordinal)) return null;
        if (Root != "/")
        {
            // A process in a cgroup namespace of its own is told its groups from there: "/" is then this very root.
            if (group == "/") return Point;
            if (group != Root && !group.StartsWith(Root + "/", StringComparison.Ordinal)) return null;
            group = group[Root.Length..];
        }

        return (Point + group).TrimEnd('/');
    }

    private static CgroupMount Parse(ReadOnlySpan<byte> line, bool isVersion1)
    {
        for (int field = 0; field < 3; field++) ProcText.TakeField(ref line);
        string root = Encoding.UTF8.GetString(ProcText.TakeField(ref line));
        string point = Encoding.UTF8.GetString(ProcText.TakeField(ref line));
        return new CgroupMount(point, root, isVersion1);
    }
}
