using System.Net;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>A Prometheus or an Alertmanager on a stage, whose configuration a drill can change.</summary>
internal sealed class StagedServer : IAsyncDisposable
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = Loopback.Client(AnswerTime);
    private readonly string _path;

    private StagedServer(
        string name, IReadOnlyList<string> launch, Func<string, IEnumerable<string>> arguments, IPEndPoint listen,
        AlysHome home, TimeProvider clock)
    {
        (Name, Listen) = (name, listen);
        _path = Path.Combine(home.Run, name + ".yml");
        Data = DataOf(home, name);
        Uri ready = new($"http://{listen}/-/ready");
        string[] all = [.. launch.Skip(1), .. arguments(_path)];
        Process = new StagedProcess(
            again => ChildProcess.Start(name, launch[0], all.Concat(MoreArguments), home, clock, again),
            token => Loopback.AnswersAsync(_http, ready, token));
    }

    /// <summary>The name of its process, its log and its configuration.</summary>
    public string Name { get; }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Listen { get; }

    /// <summary>The process.</summary>
    public StagedProcess Process { get; }

    /// <summary>Where its data is.</summary>
    public string Data { get; }

    /// <summary>What it is told on its command line besides, from its next start on.</summary>
    public IReadOnlyList<string> MoreArguments { get; set; } = [];

    /// <summary>The text of its configuration, as it was last given.</summary>
    public string Configuration { get; private set; } = "";

    /// <summary>A Prometheus; nothing is started.</summary>
    public static StagedServer Prometheus(
        string name, PrometheusPackage package, Pace pace, IPEndPoint listen, AlysHome home, TimeProvider clock) => new(
        name, [package.Program],
        path =>
        [
            "--config.file=" + path,
            "--storage.tsdb.path=" + DataOf(home, name),
            $"--web.listen-address={listen}",
            $"--query.lookback-delta={Durations.ToText(pace.Lookback)}",
            $"--rules.alert.resend-delay={Durations.ToText(pace.Resend)}",
            .. package.AssetArguments,
        ],
        listen, home, clock);

    /// <summary>An Alertmanager; nothing is started.</summary>
    public static StagedServer Alertmanager(
        string name, AlertmanagerPackage package, IPEndPoint listen, AlysHome home, TimeProvider clock) => new(
        name, package.Launch,
        path =>
        [
            "--config.file=" + path,
            "--storage.path=" + DataOf(home, name),
            $"--web.listen-address={listen}",
            "--cluster.listen-address=",
        ],
        listen, home, clock);

    /// <summary>Starts it with a configuration and waits until it is ready.</summary>
    public async Task StartAsync(string configuration, CancellationToken cancellation)
    {
        await WriteAsync(configuration, cancellation);
        await Process.StartAsync(cancellation);
    }

    /// <summary>Gives it another configuration, which it reads at once.</summary>
    public async Task ReloadAsync(string configuration, CancellationToken cancellation)
    {
        await WriteAsync(configuration, cancellation);
        Process.Reload();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _http.Dispose();
    }

    private static string DataOf(AlysHome home, string name) => Path.Combine(home.Run, name + "-data");

    private Task WriteAsync(string configuration, CancellationToken cancellation)
    {
        Configuration = configuration;
        return File.WriteAllTextAsync(_path, configuration, cancellation);
    }
}
