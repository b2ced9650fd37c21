using System.Net.Http.Json;
using System.Text.Json;

namespace Alys.Monitor.Stack;

/// <summary>
/// Plain value transfers between the unlocked accounts of a development node, so that its blocks and its pool are not
/// empty. Whatever the node answers, or does not, it goes on until it is cancelled.
/// </summary>
internal sealed class TrafficGenerator(Uri node, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    /// <summary>Sends about three transactions in two seconds until it is cancelled; never fails.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using HttpClient http = Loopback.Client();
        for (int round = 0; !cancellation.IsCancellationRequested; round++)
        {
            try
            {
                await SendAsync(http, round, cancellation);
                await Task.Delay(Pause, clock, cancellation);
            }
            catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException)
            {
                // A node that is down or being restarted is what the monitor is for; try again after the pause.
                await Task.Delay(Pause, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task SendAsync(HttpClient http, int round, CancellationToken cancellation)
    {
        string[] accounts = (await CallAsync(http, "eth_accounts", [], cancellation)).Deserialize<string[]>() ?? [];
        if (accounts.Length < 2)
            return;
        int from = round % accounts.Length;
        Dictionary<string, string> transfer = new()
        {
            ["from"] = accounts[from],
            ["to"] = accounts[(from + 1) % accounts.Length],
            ["value"] = "0x1",
        };
        await CallAsync(http, "eth_sendTransaction", [transfer], cancellation);
    }

    private async Task<JsonElement> CallAsync(
        HttpClient http, string method, object[] parameters, CancellationToken cancellation)
    {
        Dictionary<string, object> request = new()
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = method,
            ["params"] = parameters,
        };
        using HttpResponseMessage response = await http.PostAsJsonAsync(node, request, cancellation);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return answer.TryGetProperty("result", out JsonElement result) ? result : throw new JsonException("no result");
    }
}
