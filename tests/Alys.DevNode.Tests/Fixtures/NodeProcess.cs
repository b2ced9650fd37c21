using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Alys.DevNode.Tests.Fixtures;

/// <summary>A node as a process of its own, on free ports.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ExitDeadline = TimeSpan.FromSeconds(20);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodeProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors) _errors.AppendLine(line.Data);
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Rpc { get; private set; } = null!;

    public Uri Metrics { get; private set; } = null!;

    public string Errors
    {
        get
        {
            lock (_errors) return _errors.ToString();
        }
    }

    public static async Task<NodeProcess> StartAsync(params IEnumerable<string> arguments)
    {
        NodeProcess node = Launch(["--metrics-port", "0", "--rpc-port", "0", .. arguments]);
        string line = await node._ready.Task.WaitAsync(
            ReadyDeadline, TimeProvider.System, TestContext.Current.CancellationToken);
        string[] words = line.Split(' ');
        node.Rpc = new Uri(words[1]);
        if (Uri.TryCreate(words[3], UriKind.Absolute, out Uri? metrics)) node.Metrics = metrics;
        return node;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(params IEnumerable<string> arguments)
    {
        await using NodeProcess node = Launch(arguments);
        return (await node.ExitAsync(), node.Errors);
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(ExitDeadline, TimeProvider.System, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async Task<ScrapedPage> PageAsync() => new(await Http.GetStringAsync(
        new Uri(Metrics, "metrics"), TestContext.Current.CancellationToken));

    public async Task StartFaultAsync(string name, int seconds)
    {
        using HttpResponseMessage response = await Http.PostAsync(
            new Uri(Rpc, $"faults/{name}?seconds={seconds}"), null, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task StopFaultAsync(string name)
    {
        using HttpResponseMessage response = await Http.DeleteAsync(
            new Uri(Rpc, $"faults/{name}"), TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The names of the faults that are on.</summary>
    public async Task<string[]> ActiveFaultsAsync()
    {
        JsonElement faults = await Http.GetFromJsonAsync<JsonElement>(
            new Uri(Rpc, "faults"), TestContext.Current.CancellationToken);
        return [.. faults.EnumerateArray().Where(fault => fault.GetProperty("active").GetBoolean())
            .Select(fault => fault.GetProperty("name").GetString()!)];
    }

    public async Task<JsonElement> CallAsync(string method, params object[] parameters)
    {
        using HttpResponseMessage response = await Http.PostAsJsonAsync(
            Rpc, new { jsonrpc = "2.0", id = 7, method, @params = parameters }, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using Process kill = Process.Start(
                "kill", [_process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(CancellationToken.None);
            try
            {
                await _process.WaitForExitAsync(CancellationToken.None)
                    .WaitAsync(ExitDeadline, TimeProvider.System, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }

    private static NodeProcess Launch(IEnumerable<string> arguments) => new(new Process
    {
        StartInfo = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "alys-devnode"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        },
    });

    private void Hear(string? line)
    {
        if (line?.StartsWith("rpc ", StringComparison.Ordinal) == true) _ready.TrySetResult(line);
        if (line is null) _ready.TrySetException(new InvalidOperationException("The node ended: " + Errors));
    }
}
