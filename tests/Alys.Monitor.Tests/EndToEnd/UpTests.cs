using System.Net;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary><c>up --anvil</c> as an operator runs it: real anvil, real Prometheus, the built executable.</summary>
public sealed class UpTests : IDisposable
{
    /// <summary>The promise is 90 s the first time, downloads included.</summary>
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly TemporaryHome _home = new(withSharedTools: true);
    private readonly IPEndPoint _monitor = FreePorts.Next();
    private readonly IPEndPoint _prometheus = FreePorts.Next();
    private readonly IPEndPoint _node = FreePorts.Next();
    private readonly AlertingPorts _alerting = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Prometheus_answers_with_the_height_that_the_node_has_and_goes_on_doing_so()
    {
        await using MonitorProcess up = await StartAsync();
        await using RealPrometheus prometheus = new(_prometheus);
        await Eventually.HoldsAsync(
            async () => await prometheus.QueryAsync("alys_sync_current_height") > 1,
            TimeSpan.FromSeconds(30), "Prometheus has a height", up.ToString);

        for (int i = 0; i < 20; i++)
        {
            // A machine that stalls for a moment may be late once; a height that does not follow is late each time.
            await Eventually.HoldsAsync(
                () => IsFreshAsync(prometheus), TimeSpan.FromSeconds(3), "the height is the node's", up.ToString);
            await Task.Delay(BetweenLooks, TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await Eventually.HoldsAsync(
            async () => await prometheus.QueryAsync("alys_chain_block_transactions_sum") > 0,
            TimeSpan.FromSeconds(30), "transactions flow", up.ToString);
    }

    [Fact]
    public async Task A_second_up_says_that_one_runs_and_Ctrl_C_leaves_no_process_and_no_lock()
    {
        await using MonitorProcess up = await StartAsync();
        ProcessIdentity[] children = [.. Directory.GetFiles(_home.Home.Run, "*.child")
            .Select(file => ProcessIdentity.TryParse(File.ReadAllText(file))!)];
        Assert.Equal(4, children.Length);

        (int code, _, string errors) = await MonitorProcess.RunAsync(Arguments());
        Assert.Equal(2, code);
        Assert.Contains("already running", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        up.Interrupt();
        Assert.Equal(0, await up.ExitAsync());
        Assert.All(children, child => Assert.False(child.IsAlive, $"{child} is still there"));
        Assert.DoesNotContain(
            Directory.GetFiles(_home.Home.Run), file => Path.GetExtension(file) is ".child" or ".lock");
    }

    [Fact]
    public async Task What_a_killed_up_left_behind_the_next_one_stops()
    {
        ProcessIdentity[] leftovers;
        await using (MonitorProcess killed = await StartAsync())
        {
            leftovers = [.. Directory.GetFiles(_home.Home.Run, "*.child")
                .Select(file => ProcessIdentity.TryParse(File.ReadAllText(file))!)];
            killed.Kill();
            await killed.ExitAsync();
        }

        Assert.All(leftovers, child => Assert.True(child.IsAlive, $"{child} did not survive, so nothing is tested"));

        await using MonitorProcess next = await StartAsync();

        Assert.All(leftovers, child => Assert.False(child.IsAlive, $"{child} is still there"));
    }

    private async Task<bool> IsFreshAsync(RealPrometheus prometheus)
    {
        long before = await HeightAsync();
        double? shown = await prometheus.QueryAsync("alys_sync_current_height");
        long after = await HeightAsync();
        return shown >= before - 1 && shown <= after + 1;
    }

    private string[] Arguments() =>
    [
        "up", "--anvil", "--home", _home.Root, "--listen", _monitor.ToString(),
        "--prometheus-port", $"{_prometheus.Port}", "--rpc-port", $"{_node.Port}", .. _alerting.Arguments,
    ];

    private async Task<MonitorProcess> StartAsync()
    {
        MonitorProcess up = MonitorProcess.Start(Arguments());
        await up.OutputHoldsAsync("Ctrl-C stops everything", StartDeadline);
        return up;
    }

    private async Task<long> HeightAsync()
    {
        using HttpClient http = Loopback.Client(Eventually.Patience);
        using var content = new StringContent(
            """{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber","params":[]}""", null, "application/json");
        using HttpResponseMessage response = await http.PostAsync(
            new Uri($"http://{_node}"), content, TestContext.Current.CancellationToken);
        using var answer = System.Text.Json.JsonDocument.Parse(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return DevChain.Number(answer.RootElement.GetProperty("result"));
    }
}
