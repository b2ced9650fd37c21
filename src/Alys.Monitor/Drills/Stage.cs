using System.Globalization;
using System.Net;
using Alys.Monitor.Alerting;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>
/// What a scene is played on: nodes, Prometheus, Alertmanager and a webhook of their own, on free ports and in a folder
/// that goes with them. It never touches what else runs on the machine.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>The instance of the second Prometheus and the second Alertmanager, which things happen to.</summary>
    public const string Patient = "patient";

    private const int MostNotices = 10_000;
    private const string OwnInstance = "stage";
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WarmUpDeadline = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = Loopback.Client(AnswerTime);
    private readonly AlysHome _home = new(Directory.CreateTempSubdirectory("alys-drill-").FullName);
    private readonly Dictionary<string, StagedNode> _nodes = [];
    private readonly Dictionary<string, PlayedPage> _pages = [];
    private readonly List<StageTarget> _targets = [];

    private WebhookReceiver? _webhook;

    private Stage(Scene scene, StageTools tools, TimeProvider clock)
    {
        (Scene, Tools, Clock) = (scene, tools, clock);
        Pace = new Pace(scene.Speed) { ChosenScrape = scene.Scrape };
        IReadOnlyList<IPEndPoint> ports = FreePort.Take(6 + 2 * scene.Nodes.Count);
        _home.Create();
        Prometheus = StagedServer.Prometheus("prometheus", tools.Prometheus, Pace, ports[0], _home, clock);
        Alertmanager = StagedServer.Alertmanager("alertmanager", tools.Alertmanager, ports[1], _home, clock);
        PatientPrometheus = StagedServer.Prometheus(
            "patient-prometheus", tools.Prometheus, Pace, ports[2], _home, clock);
        PatientAlertmanager = StagedServer.Alertmanager(
            "patient-alertmanager", tools.Alertmanager, ports[3], _home, clock);
        NodeExporter = Exporter(ports[4]);
        MonitorPort = ports[5];
        Client = new PrometheusClient(_http, ports[0]);
        AddNodes(ports.Skip(6).ToArray());
        _targets.Add(new StageTarget("prometheus", OwnInstance, ports[0]));
        _targets.Add(new StageTarget("alertmanager", OwnInstance, ports[1]));
        if (scene.HasPatients)
        {
            _targets.Add(new StageTarget("prometheus", Patient, ports[2]));
            _targets.Add(new StageTarget("alertmanager", Patient, ports[3]));
        }

        if (scene.HasNodeExporter) _targets.Add(new StageTarget("node", "machine", ports[4]));
        if (scene.HasMonitor) _targets.Add(new StageTarget("alys", "monitor", ports[5]));
    }

    /// <summary>What is played.</summary>
    public Scene Scene { get; }

    /// <summary>The programs.</summary>
    public StageTools Tools { get; }

    /// <summary>For deadlines and pauses.</summary>
    public TimeProvider Clock { get; }

    /// <summary>How fast it goes.</summary>
    public Pace Pace { get; }

    /// <summary>What the webhook was told.</summary>
    public NoticeBoard Notices { get; } = new(_ => { }, MostNotices);

    /// <summary>Who finds the alerts.</summary>
    public StagedServer Prometheus { get; }

    /// <summary>Who tells of them.</summary>
    public StagedServer Alertmanager { get; }

    /// <summary>A Prometheus that things happen to; runs only while a drill starts it.</summary>
    public StagedServer PatientPrometheus { get; }

    /// <summary>An Alertmanager that things happen to.</summary>
    public StagedServer PatientAlertmanager { get; }

    /// <summary>Who tells of the machine.</summary>
    public StagedProcess NodeExporter { get; }

    /// <summary>Where a monitor may listen that a drill runs.</summary>
    public IPEndPoint MonitorPort { get; }

    /// <summary>Asks Prometheus.</summary>
    public PrometheusClient Client { get; }

    /// <summary>What is scraped.</summary>
    public IReadOnlyList<StageTarget> Targets => _targets;

    /// <summary>A folder for whatever a drill needs.</summary>
    public string Folder => _home.Run;

    /// <summary>All nodes.</summary>
    public IEnumerable<StagedNode> Nodes => _nodes.Values;

    /// <summary>Starts everything and waits until nodes are in sync and Prometheus has seen them.</summary>
    /// <exception cref="StackException">A part ended or was not ready in time: with the end of its log.</exception>
    public static async Task<Stage> StartAsync(
        Scene scene, StageTools tools, TimeProvider clock, CancellationToken cancellation)
    {
        Stage stage = new(scene, tools, clock);
        try
        {
            await stage.StartAsync(cancellation);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>A node, by its instance.</summary>
    public StagedNode Node(string name) => _nodes[name];

    /// <summary>A page that is played, by its instance.</summary>
    public PlayedPage Page(string instance) => _pages[instance];

    /// <summary>The configuration of Prometheus with these targets.</summary>
    /// <param name="targets">What it is to scrape.</param>
    public string ConfigurationFor(IEnumerable<StageTarget> targets) => StageConfig.Render(
        Pace, [RulesFolder], targets, Alertmanager.Listen, Pace.IsShipped ? null : Scene.Alerts);

    /// <summary>Stops everything and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await Prometheus.DisposeAsync();
        await PatientPrometheus.DisposeAsync();
        await Task.WhenAll(_nodes.Values.Select(node => node.DisposeAsync().AsTask()));
        await NodeExporter.DisposeAsync();
        await PatientAlertmanager.DisposeAsync();
        await Alertmanager.DisposeAsync();
        foreach (PlayedPage page in _pages.Values) await page.DisposeAsync();
        if (_webhook is not null) await _webhook.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_home.Root, recursive: true);
    }

    private string RulesFolder => Path.Combine(_home.Run, "stage-rules");

    private async Task StartAsync(CancellationToken cancellation)
    {
        _webhook = await WebhookReceiver.StartAsync(Loopback.At(0), Notices, cancellation);
        string alertmanager = AlertmanagerConfig.Render(_webhook.EndPoint);
        await AlertmanagerConfig.WriteAsync(_home, alertmanager, cancellation);
        await StageRules.WriteAsync(Scene, RulesFolder, cancellation);
        foreach (ScenePage page in Scene.Pages)
        {
            PlayedPage played = await PlayedPage.StartAsync(page.Healthy, cancellation);
            _pages.Add(page.Instance, played);
            _targets.Add(new StageTarget(page.Job, page.Instance, played.Address));
        }

        List<Task> starts =
        [
            Alertmanager.StartAsync(Pace.Hasten(alertmanager).Replace(
                "templates/*", Path.Combine(_home.Run, "alertmanager", "templates", "*"), StringComparison.Ordinal),
                cancellation),
            .. _nodes.Values.Select(node => node.Process.StartAsync(cancellation)),
        ];
        if (Scene.HasNodeExporter) starts.Add(NodeExporter.StartAsync(cancellation));
        if (Scene.HasPatients)
        {
            starts.Add(PatientPrometheus.StartAsync(StageConfig.Render(Pace, [], [], null, null), cancellation));
            starts.Add(PatientAlertmanager.StartAsync(Pace.Hasten(alertmanager).Replace(
                "templates/*", Path.Combine(_home.Run, "alertmanager", "templates", "*"), StringComparison.Ordinal),
                cancellation));
        }

        await Task.WhenAll(starts);
        await Prometheus.StartAsync(ConfigurationFor(_targets), cancellation);
        await WarmUpAsync(cancellation);
    }

    private async Task WarmUpAsync(CancellationToken cancellation)
    {
        string waiting = string.Join('|', _nodes.Values.Where(node => node.Spec.WaitsForSync).Select(n => n.Spec.Name));
        long started = Clock.GetTimestamp();
        while (true)
        {
            string? missing = await Client.AlertmanagersAsync(cancellation) == 0 ? "its Alertmanager"
                : (await Client.ValueAsync("count(up == 1)", cancellation) ?? 0) < Expected ? "all its targets"
                : waiting.Length > 0 && await Client.ValueAsync(
                    $"min(alys_sync_state{{instance=~\"{waiting}\"}})", cancellation) != 4 ? "all nodes in sync"
                : null;
            if (missing is null) return;
            if (Clock.GetElapsedTime(started) > WarmUpDeadline)
            {
                throw new StackException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"the stage '{Scene.Name}' has not begun after {WarmUpDeadline.TotalMinutes:0} minutes: Prometheus "
                    + $"does not see {missing}"));
            }

            await Task.Delay(Pause, Clock, cancellation);
        }
    }

    // The monitor comes with its drill.
    private int Expected => _targets.Count - (Scene.HasMonitor ? 1 : 0);

    private void AddNodes(IPEndPoint[] ports)
    {
        // Said to all, so that they have the same chain; each of them alone would count back from its own start.
        double now = Clock.GetUtcNow().ToUnixTimeSeconds();
        foreach ((int index, SceneNode node) in Scene.Nodes.Index())
        {
            long genesis = (long)(now - Math.Max(1, node.History * Scene.Slot.TotalSeconds));
            List<string> arguments =
            [
                "--slot-seconds", Scene.Slot.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                "--genesis-unix-seconds", genesis.ToString(CultureInfo.InvariantCulture),
            ];
            if (Tools.Countries is { } countries) arguments.AddRange(["--countries", countries]);
            if (node.ComparesWith is { } other)
            {
                int at = Scene.Nodes.Index().Single(each => each.Item.Name == other).Index;
                arguments.AddRange(["--migrate", "--compare-with", $"http://{ports[2 * at + 1]}"]);
            }

            StagedNode staged = new(
                node, Tools.Node, arguments, ports[2 * index], ports[2 * index + 1], _home, Clock);
            _nodes.Add(node.Name, staged);
            _targets.Add(new StageTarget(node.Job, node.Name, staged.Page));
        }
    }

    private StagedProcess Exporter(IPEndPoint listen)
    {
        string[] arguments = [$"--web.listen-address={listen}", .. Stack.NodeExporter.Without];
        Uri root = new($"http://{listen}/");
        return new StagedProcess(
            again => ChildProcess.Start("node-exporter", Tools.NodeExporter, arguments, _home, Clock, again),
            token => Loopback.AnswersAsync(_http, root, token));
    }
}
