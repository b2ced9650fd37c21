using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>What is let go wrong with a Prometheus or an Alertmanager that only watches itself.</summary>
internal static class PatientTroubles
{
    private const int Series = 4_000;
    private const int SamplesPerSeries = 10;

    private const string FailingRules =
        """
        groups:
          - name: failing
            rules:
              - record: drill:many_to_many
                expr: label_replace(vector(1), "a", "1", "", "") or vector(1) + on () group_left () (vector(1) or up)

        """;

    private const string AlwaysFiring =
        """
        groups:
          - name: always
            rules:
              - alert: DrillAlways
                expr: vector(1)

        """;

    /// <summary>A rule that cannot be evaluated.</summary>
    public static Trouble FailingRule(string name) => Reconfigured(
        "a rule of a Prometheus cannot be evaluated", name, FailingRules, stage => stage.Alertmanager.Listen);

    /// <summary>No Alertmanager.</summary>
    public static Trouble NoAlertmanager(string name) => Reconfigured(
        "a Prometheus is told of no Alertmanager", name, null, _ => null);

    /// <summary>An Alertmanager that is not there.</summary>
    public static Trouble DeadAlertmanager(string name) => Reconfigured(
        "a Prometheus' Alertmanager does not answer", name, AlwaysFiring, _ => FreePort.Take(1)[0]);

    /// <summary>A configuration that is no configuration.</summary>
    public static Trouble BrokenFile(string name, Func<Stage, StagedServer> server) => new(
        "a broken configuration is reloaded", [], async (stage, over) =>
        {
            string right = server(stage).Configuration;
            await server(stage).ReloadAsync("this is no configuration", over);
            await Troubles.OverAsync(over);
            await server(stage).ReloadAsync(right, CancellationToken.None);
        });

    /// <summary>A webhook that is not there.</summary>
    public static Trouble DeadWebhook(string name) => new(
        "an Alertmanager's webhook does not answer", [], async (stage, over) =>
        {
            StagedServer server = stage.DeafOne(name);
            string right = server.Configuration;
            string dead = FreePort.Take(1)[0].ToString();
            await server.ReloadAsync(
                right.Replace(stage.Webhook.ToString(), dead, StringComparison.Ordinal), over);
            using HttpClient http = Loopback.Client();
            while (!over.IsCancellationRequested)
            {
                object[] alerts = [new { labels = new { alertname = "DrillAlways", severity = "critical" } }];
                using HttpResponseMessage answer = await http.PostAsJsonAsync(
                    new Uri($"http://{server.Listen}/api/v2/alerts"), alerts, CancellationToken.None);
                answer.EnsureSuccessStatusCode();
                await Troubles.WaitAsync(stage, TimeSpan.FromSeconds(5), over);
            }

            await server.ReloadAsync(right, CancellationToken.None);
        });

    /// <summary>A size limit that the data has all but reached.</summary>
    public static Trouble SmallStorage(string name) => new(
        "a Prometheus has a size limit that it has all but reached", [], async (stage, over) =>
        {
            StagedServer server = stage.Patient(name);
            await EmptyAsync(stage, server, over);
            DateTimeOffset yesterday = stage.Clock.GetUtcNow().AddHours(-26);
            await AddBlockAsync(stage, server, yesterday, over);
            server.MoreArguments = [SizeLimit(1.05 * SizeOf(server))];
            await server.Process.StartAsync(over);
            await Troubles.OverAsync(over);
            await server.Process.StopAsync();
            server.MoreArguments = [SizeLimit(3 * SizeOf(server))];
            await server.Process.StartAsync(CancellationToken.None);
        });

    /// <summary>A size limit that takes the older of two blocks.</summary>
    public static async Task ForgetAsync(Stage stage, CancellationToken over)
    {
        StagedServer server = stage.Patient("short");
        await EmptyAsync(stage, server, over);
        DateTimeOffset now = stage.Clock.GetUtcNow();
        await AddBlockAsync(stage, server, now.AddHours(-9), over);
        double one = SizeOf(server);
        await AddBlockAsync(stage, server, now.AddMinutes(-30), over);
        server.MoreArguments = [SizeLimit(1.5 * one)];
        await server.Process.StartAsync(over);
        await Troubles.OverAsync(over);
    }

    private static Trouble Reconfigured(
        string text, string name, string? rules, Func<Stage, IPEndPoint?> alertmanager) => new(
        text, [], async (stage, over) =>
        {
            StagedServer server = stage.Patient(name);
            string right = server.Configuration;
            List<string> folders = [];
            if (rules is not null)
            {
                folders.Add(Path.Combine(stage.Folder, "rules-" + name));
                Directory.CreateDirectory(folders[0]);
                await File.WriteAllTextAsync(Path.Combine(folders[0], "drill.yml"), rules, over);
            }

            await server.ReloadAsync(
                StageConfig.Render(stage.Pace, folders, [stage.TargetOf(server)], alertmanager(stage), null), over);
            await Troubles.OverAsync(over);
            await server.ReloadAsync(right, CancellationToken.None);
        });

    // The limit of size is one of blocks and of what is not in a block yet; so there is nothing of that.
    private static async Task EmptyAsync(Stage stage, StagedServer server, CancellationToken over)
    {
        await server.ReloadAsync(StageConfig.Render(stage.Pace, [], [], null, null), over);
        await server.Process.StopAsync();
        Directory.Delete(server.Data, recursive: true);
        Directory.CreateDirectory(server.Data);
    }

    private static async Task AddBlockAsync(
        Stage stage, StagedServer server, DateTimeOffset when, CancellationToken over)
    {
        string file = Path.Combine(stage.Folder, server.Name + ".om");
        await File.WriteAllTextAsync(file, Samples(when), over);
        (int code, string errors) = await ToolRun.RunAsync(
            stage.Tools.Prometheus.Promtool, ["tsdb", "create-blocks-from", "openmetrics", file, server.Data],
            stage.Folder, _ => { }, over);
        if (code != 0) throw new StackException("promtool cannot make a block: " + ToolRun.TellingLine(errors));
    }

    // Numbers that look like none before cannot be packed, so the block is large.
    private static string Samples(DateTimeOffset when)
    {
        StringBuilder text = new("# TYPE drill gauge\n");
        Random random = new(1);
        for (int series = 0; series < Series; series++)
        {
            for (int i = 0; i < SamplesPerSeries; i++)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"drill{{series=\"{series}\"}} {random.NextDouble()} {when.ToUnixTimeSeconds() + i}\n");
            }
        }

        return text.Append("# EOF\n").ToString();
    }

    private static string SizeLimit(double bytes) => string.Create(
        CultureInfo.InvariantCulture, $"--storage.tsdb.retention.size={(long)bytes}B");

    // Of blocks alone: what the head has is little.
    private static double SizeOf(StagedServer server) => Directory.EnumerateDirectories(server.Data)
        .Where(folder => File.Exists(Path.Combine(folder, "meta.json")))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Sum(file => (double)new FileInfo(file).Length);
}
