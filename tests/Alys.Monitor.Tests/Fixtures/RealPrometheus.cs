using System.Globalization;
using System.Net;
using System.Text.Json;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>A real Prometheus, asked through its HTTP API.</summary>
public sealed class RealPrometheus : IAsyncDisposable
{
    private readonly TemporaryHome? _home;
    private readonly ChildProcess? _process;
    private readonly HttpClient _http = Loopback.Client(Eventually.Patience);
    private readonly Uri _url;

    /// <summary>One that someone else runs.</summary>
    public RealPrometheus(IPEndPoint endpoint) => _url = new Uri($"http://{endpoint}");

    private RealPrometheus(IPEndPoint endpoint, TemporaryHome home, ChildProcess process)
        : this(endpoint)
    {
        _home = home;
        _process = process;
    }

    /// <summary>Starts one that scrapes a target.</summary>
    public static Task<RealPrometheus> StartAsync(IPEndPoint target, TimeSpan scrapeInterval) =>
        StartAsync(listen => PrometheusConfig.Render(new PrometheusTargets(target, listen), scrapeInterval));

    /// <summary>Starts one with a configuration of its own.</summary>
    /// <param name="configure">The text of the configuration, for where it will listen.</param>
    public static async Task<RealPrometheus> StartAsync(Func<IPEndPoint, string> configure)
    {
        TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        IPEndPoint listen = FreePorts.Next();
        ChildProcess process = await PrometheusServer.StartAsync(
            package, home.Home, listen, configure(listen), TimeProvider.System, cancellation);
        return new RealPrometheus(listen, home, process);
    }

    /// <summary>Where it answers.</summary>
    public Uri Url => _url;

    /// <summary>The value of an instant query with one result; null when it has none.</summary>
    public async Task<double?> QueryAsync(string query)
    {
        JsonElement data = await GetAsync("api/v1/query?query=" + Uri.EscapeDataString(query));
        JsonElement result = data.GetProperty("result");
        return result.GetArrayLength() == 0 ? null
            : double.Parse(result[0].GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>The <c>data</c> of an answer.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        string text = await _http.GetStringAsync(new Uri(_url, path));
        using JsonDocument answer = JsonDocument.Parse(text);
        return answer.RootElement.GetProperty("data").Clone();
    }

    /// <summary>The <c>data</c> of an answer to a form.</summary>
    public async Task<JsonElement> PostAsync(string path, string field, string value)
    {
        using FormUrlEncodedContent form = new([new(field, value)]);
        using HttpResponseMessage response = await _http.PostAsync(new Uri(_url, path), form);
        string text = await response.Content.ReadAsStringAsync();
        using JsonDocument answer = JsonDocument.Parse(text);
        Assert.True(response.IsSuccessStatusCode, text);
        return answer.RootElement.GetProperty("data").Clone();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _http.Dispose();
        _home?.Dispose();
    }
}
