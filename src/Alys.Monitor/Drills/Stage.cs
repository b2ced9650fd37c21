using System.Globalization;
using System.Net;
using Alys.Monitor.Alerting;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;
using Alys.Monitor.Watching;

namespace Alys.Monitor.Drills;

/// <summary>
/// What a scene is played on: nodes, Prometheus, Alertmanager and a webhook of their own, on free ports and in a folder
/// that goes with them. It never touches what else runs on the machine.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private const int MostNotices = 10_000;
    private const int FixedPorts = 4;
    private const string OwnInstance = "stage";
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WarmUpDeadline = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = Loopback.Client(AnswerTime);
    private readonly AlysHome _home = StageFolders.Create();
    private readonly Dictionary<string, StagedNode> _nodes = [];
    private readonly Dictionary<string, PlayedPage> _pages = [];
    private readonly Dictionary<string, StagedServer> _patients = [];
    private readonly Dictionary<string, StagedServer> _deafOnes = [];
    private readonly List<StageTarget> _targets = [];
    private readonly IPEndPoint _monitorPort;
    private readonly LineLoggerProvider _monitorLog;

    private WebhookReceiver? _webhook;
    private MonitorHost? _monitor;

    private Stage(Scene scene, StageTools tools, TimeProvider clock)
    {
        (Scene, Tools, Clock) = (scene, tools, clock);
        _monitorLog = new LineLoggerProvider(_ => { }, clock);
        Rules = [.. StageRules.Render(scene).Values];
        Pace = new Pace(scene.Speed) { ChosenScrape = scene.Scrape };
        Queue<IPEndPoint> ports = new(FreePort.Take(
            FixedPorts + 2 * scene.Nodes.Count + scene.Patients.Count + scene.DeafOnes.Count));
        _home.Create();
        Prometheus = AddPrometheus(OwnInstance, ports.Dequeue());
        Alertmanager = AddAlertmanager(OwnInstance, ports.Dequeue());
        Client = new PrometheusClient(new PrometheusApi(_http, new Uri($"http://{Prometheus.Listen}")));
        foreach (string patient in scene.Patients) _patients.Add(patient, AddPrometheus(patient, ports.Dequeue()));
        foreach (string deaf in scene.DeafOnes) _deafOnes.Add(deaf, AddAlertmanager(deaf, ports.Dequeue()));
        IPEndPoint exporter = ports.Dequeue();
        NodeExporter = Exporter(exporter);
        if (scene.HasNodeExporter) _targets.Add(new StageTarget("node", "machine", exporter));
        _monitorPort = ports.Dequeue();
        if (scene.HasMonitor) _targets.Add(new StageTarget("alys", "monitor", _monitorPort));
        AddNodes([.. ports]);
    }

    /// <summary>What is played.</summary>
    public Scene Scene { get; }

    /// <summary>The programs.</summary>
    public StageTools Tools { get; }

    /// <summary>For deadlines and pauses.</summary>
    public TimeProvider Clock { get; }

    /// <summary>How fast it goes.</summary>
    public Pace Pace { get; }

    /// <summary>The texts of its rules.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>What the webhook was told.</summary>
    public NoticeBoard Notices { get; } = new(_ => { }, MostNotices);

    /// <summary>Who finds the alerts.</summary>
    public StagedServer Prometheus { get; }

    /// <summary>Who tells of them.</summary>
    public StagedServer Alertmanager { get; }

    /// <summary>Who tells of the machine.</summary>
    public StagedProcess NodeExporter { get; }

    /// <summary>The file with the id of the process that the monitor watches.</summary>
    public string WatchedFile => Path.Combine(_home.Run, "watched.pid");

    /// <summary>Asks Prometheus.</summary>
    public PrometheusClient Client { get; }

    /// <summary>What is scraped.</summary>
    public IReadOnlyList<StageTarget> Targets => _targets;

    /// <summary>Where Alertmanager posts to.</summary>
    public IPEndPoint Webhook => _webhook!.EndPoint;

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

    /// <summary>A Prometheus that things happen to, by its instance.</summary>
    public StagedServer Patient(string instance) => _patients[instance];

    /// <summary>An Alertmanager that things happen to, by its instance.</summary>
    public StagedServer DeafOne(string instance) => _deafOnes[instance];

    /// <summary>A server as it is scraped.</summary>
    public StageTarget TargetOf(StagedServer server) =>
        _targets.Single(target => target.Address.Equals(server.Listen));

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
        await Task.WhenAll(_patients.Values.Select(patient => patient.DisposeAsync().AsTask()));
        await Task.WhenAll(_nodes.Values.Select(node => node.DisposeAsync().AsTask()));
        await NodeExporter.DisposeAsync();
        await Task.WhenAll(_deafOnes.Values.Select(deaf => deaf.DisposeAsync().AsTask()));
        await Alertmanager.DisposeAsync();
        foreach (PlayedPage page in _pages.Values) await page.DisposeAsync();
        if (_monitor is not null) await _monitor.DisposeAsync();
        if (_webhook is not null) await _webhook.DisposeAsync();
        _monitorLog.Dispose();
        _http.Dispose();
        Directory.Delete(_home.Root, recursive: true);
    }

    private string RulesFolder => Path.Combine(_home.Run, "stage-rules");

    private async Task StartAsync(CancellationToken cancellation)
    {
        _webhook = await WebhookReceiver.StartAsync(Loopback.At(0), Notices, cancellation);
        string alertmanager = await AlertingAsync(cancellation);
        await StageRules.WriteAsync(Scene, RulesFolder, cancellation);
        foreach (ScenePage page in Scene.Pages)
        {
            PlayedPage played = await PlayedPage.StartAsync(page.Healthy, cancellation);
            _pages.Add(page.Instance, played);
            _targets.Add(new StageTarget(page.Job, page.Instance, played.Address));
        }

        List<Task> starts =
        [
            Alertmanager.StartAsync(alertmanager, cancellation),
            .. _deafOnes.Values.Select(deaf => deaf.StartAsync(alertmanager, cancellation)),
            .. _patients.Values.Select(patient => patient.StartAsync(
                StageConfig.Render(Pace, [], [TargetOf(patient)], Alertmanager.Listen, null), cancellation)),
            .. _nodes.Values.Select(node => node.Process.StartAsync(cancellation)),
        ];
        if (Scene.HasNodeExporter) starts.Add(NodeExporter.StartAsync(cancellation));
        if (Scene.HasMonitor) starts.Add(WatchAsync(cancellation));
        await Task.WhenAll(starts);
        await Prometheus.StartAsync(ConfigurationFor(_targets), cancellation);
        await WarmUpAsync(cancellation);
    }

    /// <summary>The configuration of an Alertmanager, whose templates are beside it.</summary>
    private async Task<string> AlertingAsync(CancellationToken cancellation)
    {
        string shipped = AlertmanagerConfig.Render(Webhook);
        string path = await AlertmanagerConfig.WriteAsync(_home, shipped, cancellation);
        string templates = Path.Combine(Path.GetDirectoryName(path)!, "templates/*");
        return Pace.Hasten(shipped).Replace("templates/*", templates, StringComparison.Ordinal);
    }

    private async Task WarmUpAsync(CancellationToken cancellation)
    {
        string waiting = string.Join('|', _nodes.Values.Where(node => node.Spec.WaitsForSync).Select(n => n.Spec.Name));
        long started = Clock.GetTimestamp();
        while (true)
        {
            string? missing = await Client.AlertmanagersAsync(cancellation) == 0 ? "its Alertmanager"
                : (await Client.ValueAsync("count(up == 1)", cancellation) ?? 0) < _targets.Count ? "all its targets"
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

    // The process that it watches is this one, until a drill says that it is gone.
    private async Task WatchAsync(CancellationToken cancellation)
    {
        string own = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(WatchedFile, own, cancellation);
        MonitorSettings settings = new()
        {
            Listen = _monitorPort,
            PidFile = WatchedFile,
            Interval = Pace.Collection,
            MaxBackoff = 4 * Pace.Collection,
        };
        _monitor = await MonitorHost.StartAsync(settings, _monitorLog, cancellation);
    }

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

    private StagedServer AddPrometheus(string instance, IPEndPoint listen)
    {
        _targets.Add(new StageTarget("prometheus", instance, listen));
        return StagedServer.Prometheus("prometheus-" + instance, Tools.Prometheus, Pace, listen, _home, Clock);
    }

    private StagedServer AddAlertmanager(string instance, IPEndPoint listen)
    {
        _targets.Add(new StageTarget("alertmanager", instance, listen));
        return StagedServer.Alertmanager("alertmanager-" + instance, Tools.Alertmanager, listen, _home, Clock);
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
