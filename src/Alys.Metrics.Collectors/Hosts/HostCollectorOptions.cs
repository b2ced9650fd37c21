namespace Alys.Metrics.Collectors.Hosts;

/// <summary>What the <see cref="HostCollector"/> reads of the machine.</summary>
public sealed class HostCollectorOptions
{
    /// <summary>The folder whose file system's space is watched, usually the node's data directory. Null: none is, and
    /// its metrics are absent. Default: null.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>Where the proc file system is mounted. Default: <c>/proc</c>.</summary>
    public string ProcDirectory { get; set; } = "/proc";

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A path is empty.</exception>
    public void Validate()
    {
        if (DataDirectory is { } directory && string.IsNullOrWhiteSpace(directory))
            throw new ArgumentException("The path of the data directory is empty.");
        if (string.IsNullOrWhiteSpace(ProcDirectory))
            throw new ArgumentException("The path of the proc file system is empty.");
    }
}
