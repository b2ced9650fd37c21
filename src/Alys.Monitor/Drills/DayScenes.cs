using System.Globalization;

namespace Alys.Monitor.Drills;

/// <summary>Drills of alerts that look back for days.</summary>
internal static class DayScenes
{
    /// <summary>All of them.</summary>
    public static Scene Slow { get; } = new("days", Scenes.Days)
    {
        Nodes = [new("late"), new("erring"), new("slow"), new("leaking"), new("stuck"), new("old")],
        Pages = [new("alys-migration", "older", "# a node\n"), new("node", "filling", Disk(40e9))],
        Patients = ["short"],
        Drills =
        [
            Scenes.On("late", "missed-slots", "BlockProductionBurnTicket"),
            Scenes.On("erring", "rpc-errors", "RpcAvailabilityBurnTicket"),
            Scenes.On("slow", "slow-rpc", "RpcLatencyBurnTicket"),
            Scenes.On("leaking", "memory-leak", "MemoryLeak"),
            Scenes.On("stuck", "pegout-stuck", "PegoutDelayed"),
            new Drill(
                Troubles.Played(
                    "a node of another version is played", "older", "# a node",
                    "alys_build_info{component=\"node\",version=\"0.0.1\"} 1") with
                {
                    Nodes = ["late"],
                },
                new ExpectedAlert("VersionSkew")),
            new Drill(
                new Trouble("a disk that fills is played", [], FillAsync),
                ExpectedAlert.Of("HostDiskWillFill", "node", "filling").With("device", "/dev/a")),
            new Drill(
                new Trouble("a size limit takes the older of two blocks", [], PatientTroubles.ForgetAsync),
                ExpectedAlert.Of("PrometheusRetentionShort", "prometheus", "short")),
        ],
    };

    private static async Task FillAsync(Stage stage, CancellationToken over)
    {
        double left = 40e9;
        while (!over.IsCancellationRequested)
        {
            double next = Math.Max(10e9, left - 0.2e9);
            stage.Page("filling").Replace(Disk(left), Disk(next));
            left = next;
            await Troubles.WaitAsync(stage, TimeSpan.FromMilliseconds(500), over);
        }

        stage.Page("filling").Replace(Disk(left), Disk(40e9));
    }

    private static string Disk(double available) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        node_filesystem_avail_bytes{device="/dev/a",fstype="ext4",mountpoint="/"} {{available}}
        node_filesystem_size_bytes{device="/dev/a",fstype="ext4",mountpoint="/"} 1e11
        node_filesystem_readonly{device="/dev/a",fstype="ext4",mountpoint="/"} 0

        """);
}
