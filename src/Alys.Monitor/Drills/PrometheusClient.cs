using System.Text.Json;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>Asks a Prometheus that may just be starting, or be busy: no answer is no error.</summary>
internal sealed class PrometheusClient(PrometheusApi api)
{
    /// <summary>The value of an instant query with one result; null: it has none, or it is not there yet.</summary>
    public Task<double?> ValueAsync(string query, CancellationToken cancellation) =>
        OrNullAsync(() => api.ValueAsync(query, cancellation));

    /// <summary>How many Alertmanagers it tells.</summary>
    public async Task<int> AlertmanagersAsync(CancellationToken cancellation) =>
        await OrNullAsync<int?>(async () => await api.GetAsync(
            "alertmanagers", [], data => data.GetProperty("activeAlertmanagers").GetArrayLength(), cancellation)) ?? 0;

    /// <summary>What it says of an alert: <c>pending</c>, <c>firing</c>, or <c>silent</c>.</summary>
    public async Task<string> StateAsync(ExpectedAlert alert, CancellationToken cancellation) =>
        await OrNullAsync<string>(async () => await api.GetAsync(
            "alerts", [], data => StateIn(data.GetProperty("alerts"), alert), cancellation)) ?? "not to be asked";

    private static string StateIn(JsonElement alerts, ExpectedAlert alert)
    {
        foreach (JsonElement each in alerts.EnumerateArray())
        {
            Dictionary<string, string> labels = each.GetProperty("labels").EnumerateObject()
                .ToDictionary(label => label.Name, label => label.Value.GetString() ?? "");
            if (alert.Fits(labels)) return each.GetProperty("state").GetString() ?? "";
        }

        return "silent";
    }

    private static async Task<T?> OrNullAsync<T>(Func<Task<T?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (UsageException)
        {
            return default;
        }
    }
}
