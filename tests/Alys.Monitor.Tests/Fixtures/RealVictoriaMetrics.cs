using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alys.Metrics.Tests.Generated;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>A real VictoriaMetrics, whose parser of the text format is not Prometheus' own: the one on PATH, else
/// Debian's package.</summary>
internal sealed partial class RealVictoriaMetrics : IAsyncDisposable
{
    private const string Name = "victoria-metrics";

    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(60);

    private readonly TemporaryHome _home;
    private readonly ChildProcess _process;
    private readonly HttpClient _http = Loopback.Client();
    private readonly Uri _url;

    private RealVictoriaMetrics(TemporaryHome home, ChildProcess process, Uri url) =>
        (_home, _process, _url) = (home, process, url);

    internal static async Task<RealVictoriaMetrics> StartAsync()
    {
        TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        VictoriaMetricsPackage package = await VictoriaMetricsPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        IPEndPoint listen = FreePorts.Next();
        ChildProcess process = ChildProcess.Start(
            Name, package.Program, [$"-storageDataPath={home.PathOf("data")}", $"-httpListenAddr={listen}"],
            home.Home, TimeProvider.System);
        Uri url = new($"http://{listen}");
        using HttpClient http = Loopback.Client();
        await process.ReadyOrStoppedAsync(
            token => Loopback.AnswersAsync(http, new Uri(url, "health"), token), ReadyDeadline, cancellation);
        return new RealVictoriaMetrics(home, process, url);
    }

    /// <summary>Hands a page over as if it were scraped.</summary>
    internal async Task ImportAsync(byte[] page)
    {
        using ByteArrayContent content = new(page);
        using HttpResponseMessage response =
            await _http.PostAsync(new Uri(_url, "api/v1/import/prometheus"), content);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>All samples that it has and shows by now.</summary>
    internal async Task<List<ExpectedSample>> ExportAsync()
    {
        await _http.GetStringAsync(new Uri(_url, "internal/force_flush"));
        string match = Uri.EscapeDataString("{__name__!=\"\"}");
        string lines = await _http.GetStringAsync(new Uri(_url, $"api/v1/export?match[]={match}"));
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Sample)];
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _http.Dispose();
        _home.Dispose();
    }

    private static ExpectedSample Sample(string line)
    {
        // Infinities stand there bare, which is no JSON.
        using JsonDocument json = JsonDocument.Parse(Infinite().Replace(line, "\"values\":[\"$1Infinity\"]"));
        JsonElement value = json.RootElement.GetProperty("values")[0];
        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        Dictionary<string, string> labels = json.RootElement.GetProperty("metric")
            .Deserialize<Dictionary<string, string>>()!;
        labels.Remove("__name__", out string? name);
        return new ExpectedSample(
            name!, [.. labels.Select(label => (label.Key, label.Value))],
            double.Parse(text, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("\"values\":\\[\\+?(-?)Inf\\]")]
    private static partial Regex Infinite();
}
