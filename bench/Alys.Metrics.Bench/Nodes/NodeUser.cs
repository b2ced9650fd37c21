using System.Text;

namespace Alys.Metrics.Bench.Nodes;

/// <summary>Somebody who asks a node for blocks over its JSON-RPC, one request after the other.</summary>
/// <param name="rpc">Where it answers.</param>
internal sealed class NodeUser(Uri rpc) : IDisposable
{
    private static readonly string[] Questions =
    [
        """{"jsonrpc":"2.0","id":1,"method":"getheadblock","params":[]}""",
        """{"jsonrpc":"2.0","id":1,"method":"getblockbyheight","params":[1]}""",
    ];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Asks once for the newest block and once for an old one.</summary>
    public void Ask()
    {
        foreach (string question in Questions)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, rpc);
            request.Content = new StringContent(question, Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = _http.Send(request);
            answer.EnsureSuccessStatusCode();
        }
    }

    public void Dispose() => _http.Dispose();
}
