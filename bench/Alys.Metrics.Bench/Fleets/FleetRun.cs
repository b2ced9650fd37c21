using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Alys.Monitor.Stack;
using Part = Alys.Monitor.Stack.ChildProcess;

namespace Alys.Metrics.Bench.Fleets;

/// <summary>The processes of a <see cref="FleetSystem"/>, started as <c>up</c> starts them, on data of their own.
/// </summary>
internal sealed class FleetRun : IAsyncDisposable
{
    private static readonly TimeSpan Ready = TimeSpan.FromMinutes(1);

    private readonly AlysHome _home;
    private readonly List<Part> _parts = [];

    private FleetRun(AlysHome home) => _home = home;

    /// <summary>Their process ids by name.</summary>
    public IEnumerable<(string Name, int Pid)> Parts => _parts.Select(part => (part.Name, part.Pid));

    /// <summary>Starts them.</summary>
    /// <param name="system">Which.</param>
    /// <param name="folder">For their data.</param>
    /// <param name="target">Where the nodes are.</param>
    /// <param name="nodes">How many there are.</param>
    public static async Task<FleetRun> StartAsync(FleetSystem system, string folder, string target, int nodes)
    {
        FleetRun run = new(new AlysHome(folder));
        run._home.Create();
        try
        {
            Uri? store = system == FleetSystem.Prometheus ? null : await run.StartStoreAsync();
            if (system == FleetSystem.AgentAndStore)
                await run.StartAgentAsync(Configuration(target, nodes, null), store!);
            else
                await run.StartPrometheusAsync(Configuration(target, nodes, store));
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Part part in Enumerable.Reverse(_parts)) await part.DisposeAsync();
    }

    /// <summary>The nodes are told apart by a parameter of the address, which the server passes over.</summary>
    private static string Configuration(string target, int nodes, Uri? store)
    {
        StringBuilder text = new("global:\n  scrape_interval: 15s\n");
        if (store is not null) text.Append($"remote_write:\n  - url: {store}api/v1/write\n");
        text.Append("scrape_configs:\n  - job_name: alys\n    sample_limit: 10000\n    static_configs:\n");
        for (int i = 0; i < nodes; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"      - targets: [\"{target}\"]\n");
            text.Append(
                CultureInfo.InvariantCulture, $"        labels: {{instance: alys-{i}, __param_node: \"{i}\"}}\n");
        }

        return text.ToString();
    }

    private static IPEndPoint Free()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }

    // The programs are those of the checkout: they are not fetched for each run.
    private static Task<VictoriaMetricsPackage> StorePackageAsync() =>
        VictoriaMetricsPackage.EnsureAsync(AlysHome.Locate(null), Reports.Progress.Say, CancellationToken.None);

    private async Task<Uri> StartStoreAsync()
    {
        IPEndPoint listen = Free();
        VictoriaMetricsPackage package = await StorePackageAsync();
        await StartAsync(
            "victoria-metrics", package.Program, VictoriaMetricsServer.Arguments(_home, listen),
            new Uri($"http://{listen}/health"));
        return new Uri($"http://{listen}/");
    }

    private async Task StartAgentAsync(string configuration, Uri store)
    {
        IPEndPoint listen = Free();
        VictoriaMetricsPackage package = await StorePackageAsync();
        string path = Path.Combine(_home.Run, "vmagent.yml");
        await File.WriteAllTextAsync(path, configuration);
        await StartAsync(
            "vmagent", package.Vmagent,
            [
                "-promscrape.config=" + path, $"-remoteWrite.url={store}api/v1/write",
                "-remoteWrite.tmpDataPath=" + Path.Combine(_home.Root, "data", "vmagent"), $"-httpListenAddr={listen}",
            ],
            new Uri($"http://{listen}/health"));
    }

    private async Task StartPrometheusAsync(string configuration)
    {
        IPEndPoint listen = Free();
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(
            AlysHome.Locate(null), Reports.Progress.Say, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(_home.Run, "prometheus.yml"), configuration);
        await StartAsync(
            "prometheus", package.Program, PrometheusServer.Arguments(package, _home, listen),
            new Uri($"http://{listen}/-/ready"));
    }

    private async Task StartAsync(string name, string program, IEnumerable<string> arguments, Uri ready)
    {
        Part part = Part.Start(name, program, arguments, _home, TimeProvider.System);
        _parts.Add(part);
        using HttpClient http = Loopback.Client();
        await part.ReadyOrStoppedAsync(
            token => Loopback.AnswersAsync(http, ready, token), Ready, CancellationToken.None);
    }
}
