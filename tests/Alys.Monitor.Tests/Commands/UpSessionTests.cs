using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Commands;

/// <summary>What <c>up</c> does when something does not go its way; when all goes well is in the tests end to
/// end.</summary>
public sealed class UpSessionTests : IDisposable
{
    private const string IsUp = "Ctrl-C stops everything";
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly TemporaryHome _home = new(withSharedTools: true);
    private readonly IPEndPoint _monitor = FreePorts.Next();
    private readonly IPEndPoint _prometheus = FreePorts.Next();
    private readonly IPEndPoint _node = FreePorts.Next();
    private readonly AlertingPorts _alerting = new();

    [Fact]
    public async Task A_node_that_dies_is_said_and_shown_as_down_and_the_rest_goes_on()
    {
        await using MonitorProcess up = Start();
        await up.OutputHoldsAsync(IsUp, Long);
        UnixSignal.Kill(Child("anvil").Pid);
        await up.OutputHoldsAsync("anvil ended by itself (exit code 137)", Long);
        await up.OutputHoldsAsync("| evm: ", Long);

        await using RealPrometheus prometheus = new(_prometheus);
        await Eventually.HoldsAsync(
            async () => await prometheus.QueryAsync("alys_collector_up{collector=\"evm\"}") == 0
                && await prometheus.QueryAsync("alys_sync_current_height") is null,
            Long, "Prometheus sees it, too", up.ToString);

        await using (await DevChain.StartAsync(_node))
        {
            await Eventually.HoldsAsync(
                async () => await prometheus.QueryAsync("alys_sync_current_height") >= 0
                    && await prometheus.QueryAsync("alys_collector_up{collector=\"process\"}") == 1,
                Long, "all is back with a node that someone else started there", up.ToString);
        }

        up.Hangup();
        Assert.Equal(0, await up.ExitAsync());
        AssertNothingLeft();
    }

    [Fact]
    public async Task A_Prometheus_that_dies_is_said_and_started_again_on_its_data()
    {
        await using MonitorProcess up = Start();
        await up.OutputHoldsAsync(IsUp, Long);
        await using RealPrometheus prometheus = new(_prometheus);
        // What is asked for later is asked by the second, so there must be a sample before that.
        await Eventually.HoldsAsync(
            async () => await prometheus.QueryAsync("up{job=\"alys\"} offset 2s") == 1,
            Long, "it has scraped for two seconds", up.ToString);
        long killed = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        UnixSignal.Kill(Child("prometheus").Pid);
        await up.OutputHoldsAsync("prometheus ended by itself (exit code 137)", Long);
        await Eventually.HoldsAsync(
            () => AnswersAsync($"http://{_prometheus}/-/ready"), Long, "Prometheus answers again", up.ToString);
        await Eventually.HoldsAsync(
            async () => await prometheus.QueryAsync("timestamp(up{job=\"alys\"})") > killed
                && await prometheus.QueryAsync($"up{{job=\"alys\"}} @ {killed}") == 1,
            Long, "it has what was before, and goes on", up.ToString);
    }

    [Fact]
    public async Task With_a_store_all_goes_there_and_what_of_it_dies_is_started_again()
    {
        IPEndPoint store = FreePorts.Next();
        IPEndPoint vmalert = FreePorts.Next();
        await using MonitorProcess up = Start(
            "--store", "victoriametrics", "--store-port", Text(store.Port), "--vmalert-port", Text(vmalert.Port));
        await up.OutputHoldsAsync(IsUp, Long);
        await up.OutputHoldsAsync("Watchdog arrived", Long);
        foreach (string part in (string[])["vmalert", "victoria-metrics"])
        {
            UnixSignal.Kill(Child(part).Pid);
            await up.OutputHoldsAsync($"{part} ended by itself (exit code 137)", Long);
        }

        await using RealPrometheus asked = new(store);
        await Eventually.HoldsAsync(
            async () => await AnswersAsync($"http://{store}/health") && await AnswersAsync($"http://{vmalert}/health")
                && await asked.QueryAsync("alys_sync_current_height") > 0,
            Long, "the store has the height", up.ToString);
        await using RealPrometheus prometheus = new(_prometheus);
        Assert.Equal(0, (await prometheus.GetAsync("api/v1/rules")).GetProperty("groups").GetArrayLength());

        up.Interrupt();
        Assert.Equal(0, await up.ExitAsync());
        Assert.Null(Ports.OwnerOf(store.Port));
        Assert.Null(Ports.OwnerOf(vmalert.Port));
        AssertNothingLeft();
    }

    [Fact]
    public async Task An_Alertmanager_that_dies_is_said_and_started_again()
    {
        await using MonitorProcess up = Start();
        await up.OutputHoldsAsync(IsUp, Long);
        UnixSignal.Kill(Child("alertmanager").Pid);
        await up.OutputHoldsAsync("alertmanager ended by itself (exit code 137)", Long);
        await Eventually.HoldsAsync(
            () => AnswersAsync($"http://{_alerting.Alertmanager}/-/ready"),
            Long, "Alertmanager answers again", up.ToString);
    }

    [Fact]
    public async Task Stopped_while_it_starts_it_leaves_nothing()
    {
        await using MonitorProcess up = Start();
        await up.OutputHoldsAsync("prometheus: starting", Long);
        up.Interrupt();
        Assert.Equal(0, await up.ExitAsync());
        Assert.Equal("", up.Errors);
        AssertNothingLeft();
    }

    [Fact]
    public async Task A_taken_port_is_said_before_anything_starts()
    {
        using TcpListener taken = new(_prometheus);
        taken.Start();
        await using MonitorProcess up = Start();
        Assert.Equal(2, await up.ExitAsync());
        Assert.Equal("", up.Output);
        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"alys-monitor: port {_prometheus.Port} for Prometheus is taken by {Ports.OwnerOf(_prometheus.Port)}; ")
                + "choose another with --prometheus-port",
            up.Errors.Trim());
        AssertNothingLeft();
    }

    [Fact]
    public async Task Started_again_it_shows_nothing_of_the_run_before()
    {
        await using (MonitorProcess first = Start())
        {
            await first.OutputHoldsAsync(IsUp, Long);
            first.Interrupt();
            Assert.Equal(0, await first.ExitAsync());
        }

        await using DevChain chain = await DevChain.StartAsync();
        await chain.MineAsync(1_000);
        await using MonitorProcess second = MonitorProcess.Start([
            "up", "--rpc", chain.Url.ToString(), "--interval", "250ms", "--scrape-interval", "500ms",
            "--home", _home.Root, "--listen", _monitor.ToString(), "--prometheus-port", Text(_prometheus.Port),
            .. _alerting.Arguments,
        ]);
        await second.OutputHoldsAsync(IsUp, Long);
        await using RealPrometheus prometheus = new(_prometheus);
        Assert.True(await prometheus.QueryAsync("alys_sync_current_height") >= 1_000);
    }

    public void Dispose() => _home.Dispose();

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static async Task<bool> AnswersAsync(string url)
    {
        using HttpClient http = Loopback.Client(Eventually.Patience);
        return await Loopback.AnswersAsync(http, new Uri(url), TestContext.Current.CancellationToken);
    }

    private MonitorProcess Start(params string[] more) => MonitorProcess.Start([
        "up", "--anvil", "--home", _home.Root, "--listen", _monitor.ToString(),
        "--prometheus-port", Text(_prometheus.Port), "--rpc-port", Text(_node.Port), .. _alerting.Arguments, .. more,
    ]);

    private ProcessIdentity Child(string name) =>
        ProcessIdentity.TryParse(File.ReadAllText(ChildRecords.PathOf(_home.Home, name)))!;

    private void AssertNothingLeft()
    {
        Assert.DoesNotContain(
            Directory.EnumerateFiles(_home.Home.Run), file => Path.GetExtension(file) is not (".log" or ".yml"));
        Assert.Null(Ports.OwnerOf(_node.Port));
        Assert.Null(Ports.OwnerOf(_monitor.Port));
        Assert.All(_alerting.All, port => Assert.Null(Ports.OwnerOf(port.Port)));
    }
}
