using System.Net;
using System.Net.Sockets;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>Drills of alerts about processes and about what is scraped of them.</summary>
internal static class ProcessScenes
{
    // No process can give itself a limit of memory without more rights than an operator's.
    private const string Memory = "alys_process_memory_limit_bytes 2e9\nprocess_resident_memory_bytes ";

    private const int MostFiles = 600;
    private const int HeldConnections = 300;

    /// <summary>Those that look back for minutes.</summary>
    public static Scene Process { get; } = new("process", Scenes.Minutes)
    {
        Nodes =
        [
            new("full") { MostFiles = MostFiles }, new("starving"), new("collecting"),
            new("wordy") { Arguments = ["--series-limit", "3400"] },
            new("asked"),
        ],
        Pages = [new("alys-migration", "slow", "# slow\n"), new("alys-migration", "large", Memory + "1e9\n")],
        HasNodeExporter = true,
        HasMonitor = true,
        // Slower than the pace says: a page of a node that starves takes a second.
        Scrape = TimeSpan.FromSeconds(2),
        Settings = new Dictionary<string, string>
        {
            ["samples_budget"] = "3000",
            // Between two scrapes it must not look as if a collector failed.
            ["collector_seconds"] = "6",
        },
        Drills =
        [
            new Drill(
                new Trouble("connections are held open", ["full"], HoldConnectionsAsync),
                Scenes.About("full", "FdsNearLimit")),
            Scenes.On("starving", "thread-pool-starvation", "ThreadPoolStarvation"),
            Scenes.On("collecting", "gc-pressure", "GcPauseHigh"),
            Scenes.On("wordy", "label-explosion", "ScrapeSamplesBudget", "SeriesNearLimit"),
            new Drill(
                new Trouble("/metrics is asked for without a pause", ["asked"], AskAsync),
                Scenes.About("asked", "MetricsOverheadHigh")),
            new Drill(
                new Trouble("the process that a monitor watches is gone", [], LoseProcessAsync),
                ExpectedAlert.Of("CollectorFailing", "alys", "monitor").With("collector", "process")),
            new Drill(
                new Trouble("a page takes its time", [], async (stage, over) =>
                {
                    stage.Page("slow").Delay = TimeSpan.FromMilliseconds(250);
                    await Troubles.OverAsync(over);
                    stage.Page("slow").Delay = TimeSpan.Zero;
                }),
                Scenes.About("slow", "ScrapeSlow")),
            new Drill(
                Troubles.Played("memory near its limit is played", "large", Memory + "1e9", Memory + "1.95e9"),
                Scenes.About("large", "MemoryNearLimit")),
            new Drill(
                Troubles.Stopped("node exporter is killed", stage => stage.NodeExporter),
                ExpectedAlert.Of("TargetDown", "node", "machine").With("severity", "warning")),
        ],
    };

    /// <summary>Those that look back for hours.</summary>
    public static Scene Hours { get; } = new("process, hours", Scenes.Hours)
    {
        Nodes = [new("restarting"), new("killed"), new("wordy"), new("lost"), new("stays") { IsAlwaysThere = true }],
        HasNodeExporter = true,
        Settings = new Dictionary<string, string> { ["series_churn"] = "500" },
        Drills =
        [
            new Drill(Troubles.Restarted("restarting", killed: false), Scenes.About("restarting", "NodeRestarting")),
            new Drill(Troubles.Restarted("killed", killed: true), Scenes.About("killed", "UncleanShutdown")),
            Scenes.On("wordy", "label-explosion", "SeriesRejected", "SeriesChurn"),
            new Drill(
                new Trouble("Prometheus' configuration loses a node", ["lost"], LoseTargetAsync),
                Scenes.About("lost", "TargetAbsent")),
            new Drill(
                Troubles.Stutter(
                    "node exporter stands still, again and again", stage => stage.NodeExporter,
                    TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)),
                ExpectedAlert.Of("ScrapeFlapping", "node", "machine")),
        ],
    };

    private static async Task HoldConnectionsAsync(Stage stage, CancellationToken over)
    {
        List<TcpClient> held = [];
        try
        {
            for (int i = 0; i < HeldConnections; i++)
            {
                TcpClient connection = new();
                held.Add(connection);
                await connection.ConnectAsync(stage.Node("full").Rpc, over);
            }

            await Troubles.OverAsync(over);
        }
        finally
        {
            foreach (TcpClient connection in held) connection.Dispose();
        }
    }

    private static async Task AskAsync(Stage stage, CancellationToken over)
    {
        using HttpClient http = Loopback.Client();
        Uri page = new($"http://{stage.Node("asked").Page}/metrics");
        while (!over.IsCancellationRequested)
            await Loopback.AnswersAsync(http, page, CancellationToken.None);
    }

    private static async Task LoseProcessAsync(Stage stage, CancellationToken over)
    {
        string watched = await File.ReadAllTextAsync(stage.WatchedFile, over);
        File.Delete(stage.WatchedFile);
        await Troubles.OverAsync(over);
        await File.WriteAllTextAsync(stage.WatchedFile, watched, CancellationToken.None);
    }

    private static async Task LoseTargetAsync(Stage stage, CancellationToken over)
    {
        IPEndPoint lost = stage.Node("lost").Page;
        await stage.Prometheus.ReloadAsync(
            stage.ConfigurationFor(stage.Targets.Where(target => !target.Address.Equals(lost))), over);
        await Troubles.OverAsync(over);
        await stage.Prometheus.ReloadAsync(stage.ConfigurationFor(stage.Targets), CancellationToken.None);
    }
}
