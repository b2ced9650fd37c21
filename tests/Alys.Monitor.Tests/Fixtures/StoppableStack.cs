using System.Net;
using System.Text.Json;
using Alys.Monitor.Rules;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Real parts that are started as <c>up</c> starts them, but with short times, and can be stopped.</summary>
internal sealed class StoppableStack : IDisposable
{
    private readonly TemporaryHome _home = new(withSharedTools: true);
    private readonly HttpClient _http = Loopback.Client(Eventually.Patience);

    internal IPEndPoint Prometheus { get; } = FreePorts.Next();

    internal IPEndPoint Store { get; } = FreePorts.Next();

    internal IPEndPoint Vmalert { get; } = FreePorts.Next();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a Prometheus, which restores alerts that wait for two seconds or more.</summary>
    /// <param name="configuration">Its text.</param>
    /// <param name="resendDelay">How often Alertmanager is told of what fires still.</param>
    internal async Task<StoppablePart> StartPrometheusAsync(string configuration, string resendDelay = "1m")
    {
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(_home.Home.Run, "prometheus.yml"), configuration, Cancellation);
        IEnumerable<string> arguments = Replace(
            PrometheusServer.Arguments(package, _home.Home, Prometheus),
            ("--rules.alert.for-grace-period=1m", "--rules.alert.for-grace-period=2s"));
        return await StoppablePart.StartAsync(
            _home, package.Program, [.. arguments, "--rules.alert.resend-delay=" + resendDelay],
            new Uri($"http://{Prometheus}/-/ready"));
    }

    internal async Task<StoppablePart> StartStoreAsync()
    {
        VictoriaMetricsPackage package = await VictoriaMetricsPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        return await StoppablePart.StartAsync(
            _home, package.Program, VictoriaMetricsServer.Arguments(_home.Home, Store),
            new Uri($"http://{Store}/health"));
    }

    /// <summary>Starts a vmalert that evaluates each second.</summary>
    internal async Task<StoppablePart> StartVmalertAsync(string rule, IPEndPoint alertmanager)
    {
        VictoriaMetricsPackage package = await VictoriaMetricsPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        IEnumerable<string> arguments = Replace(
            VmalertServer.Arguments(WriteRule(rule), Vmalert, Store, alertmanager),
            ($"-evaluationInterval={VmalertRules.Interval}", "-evaluationInterval=1s"));
        return await StoppablePart.StartAsync(
            _home, package.Vmalert, arguments, new Uri($"http://{Vmalert}/health"));
    }

    /// <summary>Writes rules. Returns their path.</summary>
    internal string WriteRule(string rule) => _home.Write("test.yml", rule);

    /// <summary>The lines that the store exports of a series: all samples, as they came.</summary>
    internal async Task<List<(long Milliseconds, double Value)>> StoredAsync(string series)
    {
        await _http.GetStringAsync(new Uri($"http://{Store}/internal/force_flush"), Cancellation);
        string lines = await _http.GetStringAsync(
            new Uri($"http://{Store}/api/v1/export?match[]={Uri.EscapeDataString(series)}"), Cancellation);
        List<(long Milliseconds, double Value)> samples = [];
        foreach (string line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            samples.AddRange(json.RootElement.GetProperty("timestamps").EnumerateArray().Select(t => t.GetInt64())
                .Zip(json.RootElement.GetProperty("values").EnumerateArray().Select(v => v.GetDouble())));
        }

        return [.. samples.Order()];
    }

    /// <summary>The alert of a name as whoever evaluates it sees it: its state, and since when it holds. Null: it does
    /// not hold, or nothing was evaluated yet.</summary>
    internal async Task<(string State, DateTimeOffset ActiveAt)?> AlertAsync(IPEndPoint evaluator, string name)
    {
        string text = await _http.GetStringAsync(new Uri($"http://{evaluator}/api/v1/alerts"), Cancellation);
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement alerts = json.RootElement.GetProperty("data").GetProperty("alerts");
        // Without any, vmalert has no list.
        JsonElement alert = alerts.ValueKind == JsonValueKind.Null ? default : alerts.EnumerateArray().FirstOrDefault(
            one => one.GetProperty("labels").GetProperty("alertname").GetString() == name);
        return alert.ValueKind == JsonValueKind.Undefined ? null
            : (alert.GetProperty("state").GetString()!, alert.GetProperty("activeAt").GetDateTimeOffset());
    }

    public void Dispose()
    {
        _http.Dispose();
        _home.Dispose();
    }

    private static IEnumerable<string> Replace(IReadOnlyList<string> arguments, (string Shipped, string Test) one)
    {
        Assert.Contains(one.Shipped, arguments);
        return arguments.Select(argument => argument == one.Shipped ? one.Test : argument);
    }
}
