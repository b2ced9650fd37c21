using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Alys.Monitor.Faults;

/// <summary>The faults of a node, over HTTP.</summary>
/// <param name="http">Its deadline is how long an answer may take.</param>
/// <param name="node">Where the node serves its JSON-RPC; the faults are below <c>/faults</c>.</param>
/// <remarks>Every call throws a <see cref="StackException"/> with one sentence when no node with faults answers
/// there.</remarks>
internal sealed class NodeFaults(HttpClient http, Uri node)
{
    private readonly Uri _faults = new(node, "/faults");

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<FaultState>> ListAsync(CancellationToken cancellation)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, _faults, cancellation);
        return response.IsSuccessStatusCode
            ? await ReadAsync<IReadOnlyList<FaultState>>(response, cancellation)
            : throw NoNode($"answered with status {(int)response.StatusCode}");
    }

    /// <summary>Begins one, or begins it anew; null when there is none of that name.</summary>
    /// <exception cref="UsageException">The node does not take the duration, or this fault: with its
    /// reason.</exception>
    public Task<FaultState?> StartAsync(string name, TimeSpan duration, CancellationToken cancellation)
    {
        string seconds = Math.Ceiling(duration.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        return ChangeAsync(HttpMethod.Post, name, "?seconds=" + seconds, cancellation);
    }

    /// <summary>Ends one now, if it is on; null when there is none of that name.</summary>
    /// <exception cref="UsageException">The node refuses: with its reason.</exception>
    public Task<FaultState?> StopAsync(string name, CancellationToken cancellation) =>
        ChangeAsync(HttpMethod.Delete, name, "", cancellation);

    private async Task<FaultState?> ChangeAsync(
        HttpMethod method, string name, string query, CancellationToken cancellation)
    {
        Uri fault = new(_faults, $"/faults/{Uri.EscapeDataString(name)}{query}");
        using HttpResponseMessage response = await SendAsync(method, fault, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        if (response.StatusCode == HttpStatusCode.BadRequest)
            throw new UsageException((await ReadAsync<Refusal>(response, cancellation)).Error);
        return response.IsSuccessStatusCode
            ? await ReadAsync<FaultState>(response, cancellation)
            : throw NoNode($"answered with status {(int)response.StatusCode}");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri url, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(method, url);
        try
        {
            return await http.SendAsync(request, cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new StackException(
                $"no node answers at {Where()} ({e.Message.TrimEnd('.')}): start one with 'up', say where it is with "
                + "--node, or wait until a crash is over");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new StackException($"the node at {Where()} did not answer within {http.Timeout.TotalSeconds:0} s: "
                + "try again, or look into its log");
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellation);
            return JsonSerializer.Deserialize<T>(answer, JsonSerializerOptions.Web)
                ?? throw NoNode("answered with null");
        }
        catch (JsonException)
        {
            throw NoNode("does not answer in the JSON of faults");
        }
    }

    private StackException NoNode(string what) => new(
        $"what listens at {Where()} {what}, so it is no node with faults: say with --node where one's JSON-RPC is");

    private string Where() => node.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private sealed record Refusal(string Error);
}
