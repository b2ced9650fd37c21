using System.Net.Http.Json;
using System.Text.Json;

namespace Alys.DevNode.Rpc;

/// <summary>Asks a node's JSON-RPC.</summary>
/// <param name="http">Shared.</param>
/// <param name="url">Asked each time: a node knows its own port only once it listens.</param>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class JsonRpcClient(HttpClient http, Func<Uri> url)
{
    public JsonRpcClient(HttpClient http, Uri url)
        : this(http, () => url)
    {
    }

    /// <summary>The result; null when the node answered with an error.</summary>
    /// <exception cref="HttpRequestException">The node cannot be reached.</exception>
    public async Task<JsonElement?> CallAsync(string method, object[] parameters, CancellationToken cancellation)
    {
        var request = new { jsonrpc = "2.0", id = 1, method, @params = parameters };
        using HttpResponseMessage response = await http.PostAsJsonAsync(url(), request, cancellation);
        response.EnsureSuccessStatusCode();
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return answer.TryGetProperty("result", out JsonElement result) ? result : null;
    }
}
