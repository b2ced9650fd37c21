using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>A real anvil on a port of its own, which can be asked, killed and started again on the same port.</summary>
public sealed class DevChain : IAsyncDisposable
{
    private readonly TemporaryHome _home;
    private readonly string _program;
    private readonly HttpClient _http = Loopback.Client(Eventually.Patience);
    private ChildProcess? _process;

    private DevChain(TemporaryHome home, string program, IPEndPoint endpoint)
    {
        _home = home;
        _program = program;
        Endpoint = endpoint;
    }

    public IPEndPoint Endpoint { get; }

    public Uri Url => new($"http://{Endpoint}");

    public int Pid => _process!.Pid;

    /// <summary>A file with the process id, written at each start.</summary>
    public string PidFile => _home.PathOf("anvil.pid");

    public static Task<DevChain> StartAsync() => StartAsync(FreePorts.Next());

    public static async Task<DevChain> StartAsync(IPEndPoint endpoint)
    {
        TemporaryHome home = new(withSharedTools: true);
        string program = await AnvilPackage.EnsureAsync(home.Home, _ => { }, CancellationToken.None);
        DevChain chain = new(home, program, endpoint);
        await chain.RestartAsync();
        return chain;
    }

    /// <summary>Starts it on its port; a chain of its own from block 0.</summary>
    public async Task RestartAsync()
    {
        _process = await AnvilNode.StartAsync(
            _program, _home.Home, Endpoint, TimeProvider.System, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(PidFile, Pid.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Ends it at once.</summary>
    public async Task KillAsync()
    {
        UnixSignal.Kill(Pid);
        await _process!.Exited;
    }

    public async Task<long> HeightAsync() => Number(await CallAsync("eth_blockNumber"));

    public Task MineAsync(int blocks) => CallAsync("anvil_mine", blocks);

    /// <summary>No block comes by itself until <see cref="ResumeMiningAsync"/>.</summary>
    public async Task PauseMiningAsync()
    {
        await CallAsync("evm_setIntervalMining", 0);
        await CallAsync("evm_setAutomine", false);
    }

    public Task ResumeMiningAsync() => CallAsync("evm_setIntervalMining", 1);

    /// <summary>Sends 1 wei from the first account to the second.</summary>
    public async Task TransferAsync()
    {
        JsonElement accounts = await CallAsync("eth_accounts");
        await CallAsync("eth_sendTransaction", new Dictionary<string, string>
        {
            ["from"] = accounts[0].GetString()!,
            ["to"] = accounts[1].GetString()!,
            ["value"] = "0x1",
        });
    }

    public async Task<JsonElement> CallAsync(string method, params object[] parameters)
    {
        Dictionary<string, object> request = new()
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = method,
            ["params"] = parameters,
        };
        using HttpResponseMessage response = await _http.PostAsJsonAsync(Url, request);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("result", out JsonElement result)
            ? result
            : throw new InvalidOperationException($"{method}: {answer}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _http.Dispose();
        _home.Dispose();
    }

    internal static long Number(JsonElement hex) =>
        long.Parse(hex.GetString()![2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
