using System.Net;
using System.Net.Sockets;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>A real anvil, and the built monitor that watches it from beside in rounds of 100 ms.</summary>
public sealed class WatchedChain : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = Loopback.Client();

    private WatchedChain(DevChain chain, MonitorProcess monitor, IPEndPoint endpoint) =>
        (Chain, Monitor, Endpoint) = (chain, monitor, endpoint);

    public DevChain Chain { get; }

    public MonitorProcess Monitor { get; }

    /// <summary>Where the monitor serves.</summary>
    public IPEndPoint Endpoint { get; }

    public static async Task<WatchedChain> StartAsync()
    {
        DevChain chain = await DevChain.StartAsync();
        IPEndPoint endpoint = FreePorts.Next();
        MonitorProcess monitor = MonitorProcess.Start(
            "watch", "--rpc", chain.Url.ToString(), "--pid-file", chain.PidFile, "--listen", endpoint.ToString(),
            "--interval", "100ms");
        var watched = new WatchedChain(chain, monitor, endpoint);
        try
        {
            await watched.UntilAsync("/ready", HttpStatusCode.OK);
            return watched;
        }
        catch
        {
            await watched.DisposeAsync();
            throw;
        }
    }

    /// <summary>What stands behind a series on the page; null when it is absent.</summary>
    public async Task<double?> ValueAsync(string series)
    {
        string page = await PageAsync();
        string? line = page.Split('\n')
            .SingleOrDefault(line => line.StartsWith(series + " ", StringComparison.Ordinal));
        return line is null
            ? null
            : double.Parse(line[(series.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task<string> PageAsync() =>
        _http.GetStringAsync(new Uri($"http://{Endpoint}/metrics"), TestContext.Current.CancellationToken);

    /// <summary>Waits until a series has a value, or is absent.</summary>
    public async Task UntilAsync(string series, Func<double?, bool> holds)
    {
        double? last = null;
        await Eventually.HoldsAsync(
            async () => holds(last = await ValueAsync(series)), Patience, series, () => $"It is {last}. {Monitor}");
    }

    /// <summary>Waits until a page answers with a status, and returns what it says.</summary>
    public async Task<string> UntilAsync(string path, HttpStatusCode status)
    {
        string last = "";
        await Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    using HttpResponseMessage response = await _http.GetAsync(new Uri($"http://{Endpoint}{path}"));
                    last = await response.Content.ReadAsStringAsync();
                    return response.StatusCode == status;
                }
                // HttpClient lets a SocketException through when the peer is gone right after it accepted.
                catch (Exception e) when (
                    e is HttpRequestException or SocketException or OperationCanceledException)
                {
                    return false;
                }
            },
            Patience, $"{path} answers {status}", () => $"{last} {Monitor}");
        return last;
    }

    public async ValueTask DisposeAsync()
    {
        await Monitor.DisposeAsync();
        await Chain.DisposeAsync();
        _http.Dispose();
    }
}
