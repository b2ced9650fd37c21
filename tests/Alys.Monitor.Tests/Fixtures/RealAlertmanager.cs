using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>A real Alertmanager on the committed configuration, whose groups wait a second and no longer.</summary>
internal sealed partial class RealAlertmanager : IAsyncDisposable
{
    private readonly TemporaryHome _home;
    private readonly SupervisedProcess _process;
    private readonly HttpClient _http = Loopback.Client(Eventually.Patience);

    private RealAlertmanager(IPEndPoint endpoint, TemporaryHome home, SupervisedProcess process) =>
        (EndPoint, _home, _process) = (endpoint, home, process);

    internal IPEndPoint EndPoint { get; }

    /// <summary>Starts one that tells a webhook.</summary>
    internal static async Task<RealAlertmanager> StartAsync(IPEndPoint webhook)
    {
        TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        AlertmanagerPackage package = await AlertmanagerPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        IPEndPoint listen = FreePorts.Next();
        string configuration = GroupTime().Replace(AlertmanagerConfig.Render(webhook), "$1: 1s");
        SupervisedProcess process = await AlertmanagerServer.StartAsync(
            package, home.Home, listen, configuration, _ => { }, TimeProvider.System, cancellation);
        return new RealAlertmanager(listen, home, process);
    }

    /// <summary>Tells it of alerts that fire.</summary>
    internal async Task PostAsync(params IEnumerable<Dictionary<string, string>> alerts)
    {
        using HttpResponseMessage answer = await _http.PostAsJsonAsync(
            new Uri($"http://{EndPoint}/api/v2/alerts"), alerts.Select(labels => new { labels }),
            TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What it says of each alert: <c>unprocessed</c>, <c>active</c> or <c>suppressed</c>, by
    /// "alertname instance".</summary>
    internal async Task<Dictionary<string, string>> StatesAsync()
    {
        string answer = await _http.GetStringAsync(
            new Uri($"http://{EndPoint}/api/v2/alerts"), TestContext.Current.CancellationToken);
        using JsonDocument alerts = JsonDocument.Parse(answer);
        return alerts.RootElement.EnumerateArray().ToDictionary(
            alert => Name(alert.GetProperty("labels")),
            alert => alert.GetProperty("status").GetProperty("state").GetString()!);
    }

    /// <summary>The same; null: it does not answer just now.</summary>
    internal async Task<Dictionary<string, string>?> TryStatesAsync()
    {
        try
        {
            return await StatesAsync();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Ends it, and waits until another has been started in its place: the old one may go on answering for a
    /// while.</summary>
    internal Task RestartAsync(bool kill)
    {
        ProcessIdentity old = Recorded()!;
        if (kill)
            UnixSignal.Kill(old.Pid);
        else
            UnixSignal.Terminate(old.Pid);
        return Eventually.HoldsAsync(
            () => Recorded() is { } now && now != old,
            Eventually.Patience, "another Alertmanager was started");
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _http.Dispose();
        _home.Dispose();
    }

    /// <summary>The process that is remembered; null while one is gone and the next not there.</summary>
    private ProcessIdentity? Recorded()
    {
        try
        {
            return ProcessIdentity.TryParse(File.ReadAllText(ChildRecords.PathOf(_home.Home, "alertmanager")));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string Name(JsonElement labels) => labels.TryGetProperty("instance", out JsonElement instance)
        ? $"{labels.GetProperty("alertname")} {instance}"
        : $"{labels.GetProperty("alertname")}";

    [GeneratedRegex("(group_wait|group_interval): \\w+")]
    private static partial Regex GroupTime();
}
