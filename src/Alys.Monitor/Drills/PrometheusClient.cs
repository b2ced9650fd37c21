using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Alys.Monitor.Drills;

/// <summary>Asks a Prometheus what it knows.</summary>
internal sealed class PrometheusClient(HttpClient http, IPEndPoint server)
{
    /// <summary>The value of an instant query with one result; null: it has none, or it is not there yet.</summary>
    public async Task<double?> ValueAsync(string query, CancellationToken cancellation)
    {
        using JsonDocument? answer = await GetAsync("query?query=" + Uri.EscapeDataString(query), cancellation);
        if (answer is null) return null;
        JsonElement result = answer.RootElement.GetProperty("data").GetProperty("result");
        return result.GetArrayLength() == 0 ? null
            : double.Parse(result[0].GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>How many Alertmanagers it tells.</summary>
    public async Task<int> AlertmanagersAsync(CancellationToken cancellation)
    {
        using JsonDocument? answer = await GetAsync("alertmanagers", cancellation);
        return answer?.RootElement.GetProperty("data").GetProperty("activeAlertmanagers").GetArrayLength() ?? 0;
    }

    /// <summary>What it says of an alert: <c>pending</c>, <c>firing</c>, or <c>silent</c>.</summary>
    public async Task<string> StateAsync(ExpectedAlert alert, CancellationToken cancellation)
    {
        using JsonDocument? answer = await GetAsync("alerts", cancellation);
        if (answer is null) return "not to be asked";
        foreach (JsonElement each in answer.RootElement.GetProperty("data").GetProperty("alerts").EnumerateArray())
        {
            Dictionary<string, string> labels = each.GetProperty("labels").EnumerateObject()
                .ToDictionary(label => label.Name, label => label.Value.GetString() ?? "");
            if (alert.Fits(labels)) return each.GetProperty("state").GetString() ?? "";
        }

        return "silent";
    }

    private async Task<JsonDocument?> GetAsync(string path, CancellationToken cancellation)
    {
        try
        {
            string text = await http.GetStringAsync(new Uri($"http://{server}/api/v1/{path}"), cancellation);
            return JsonDocument.Parse(text);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
