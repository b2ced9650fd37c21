namespace Alys.Monitor.Drills;

/// <summary>Drills of alerts about the machine. A full disk cannot be made without harm, so node exporter's numbers are
/// played.</summary>
internal static class HostScenes
{
    private const string Instance = "played";

    private const string Disk = "{device=\"/dev/a\",fstype=\"ext4\",mountpoint=\"/\"}";
    private const string Space = "node_filesystem_avail_bytes" + Disk;
    private const string Inodes = "node_filesystem_files_free" + Disk;
    private const string Offset = "node_timex_offset_seconds";

    /// <summary>All but the slow one.</summary>
    public static Scene Machine { get; } = new("machine", Scenes.Minutes)
    {
        Pages = [new("node", Instance, Healthy)],
        Drills =
        [
            new Drill(
                Troubles.Played("a full disk is played", Instance, Space + " 6e10", Space + " 1e9"),
                ExpectedAlert.Of("HostDiskFull", "node", Instance).With("device", "/dev/a")),
            new Drill(
                Troubles.Played("used up inodes are played", Instance, Inodes + " 6e6", Inodes + " 1e5"),
                ExpectedAlert.Of("HostInodesLow", "node", Instance).With("device", "/dev/a")),
            new Drill(
                Troubles.Played("a wrong clock is played", Instance, Offset + " 0.001", Offset + " 0.5"),
                ExpectedAlert.Of("HostClockSkew", "node", Instance)),
        ],
    };

    internal static string Healthy =>
        $"""
        {Space} 6e10
        node_filesystem_size_bytes{Disk} 1e11
        node_filesystem_readonly{Disk} 0
        {Inodes} 6e6
        node_filesystem_files{Disk} 1e7
        {Offset} 0.001
        node_timex_maxerror_seconds 0.01

        """;
}
