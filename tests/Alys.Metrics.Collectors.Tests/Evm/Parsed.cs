using System.Text.Json;

namespace Alys.Metrics.Collectors.Tests.Evm;

/// <summary>JSON as an answer's result.</summary>
internal static class Parsed
{
    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
