using System.Text.Json;

namespace Alys.Monitor.Alerting;

/// <summary>What Alertmanager posts to a webhook, version 4.</summary>
/// <remarks><b>Source:</b> <c>webhook_config</c> of Alertmanager's configuration.</remarks>
internal static class WebhookMessage
{
    /// <summary>The alerts of a message, in its order.</summary>
    /// <exception cref="JsonException">It is no such message.</exception>
    public static async Task<IReadOnlyList<AlertNotice>> ReadAsync(Stream body, CancellationToken cancellation)
    {
        using JsonDocument message = await JsonDocument.ParseAsync(body, default, cancellation);
        try
        {
            return [.. message.RootElement.GetProperty("alerts").EnumerateArray().Select(Notice)];
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            throw new JsonException("this is no message of Alertmanager: " + e.Message, e);
        }
    }

    private static AlertNotice Notice(JsonElement alert) => new(
        Text(alert, "status") == "firing", Text(alert, "fingerprint"), Text(alert, "startsAt"))
    {
        Labels = Texts(alert.GetProperty("labels")),
        Annotations = Texts(alert.GetProperty("annotations")),
    };

    private static Dictionary<string, string> Texts(JsonElement texts) =>
        texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? "");

    private static string Text(JsonElement alert, string name) => alert.GetProperty(name).GetString() ?? "";
}
