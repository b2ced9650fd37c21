using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>Sends batches of JSON-RPC 2.0 calls over HTTP. It trusts nothing that comes back.</summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> one HTTP request a batch over a connection that is kept; memory for one
/// answer.</remarks>
internal sealed class JsonRpcClient : IDisposable
{
    private const int ReadAtOnce = 32 * 1024;

    /// <summary>A name that now stands for another address is noticed after so long.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http;
    private readonly NodeEndpoint _node;
    private readonly int _maxResponseBytes;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;

    public JsonRpcClient(NodeEndpoint node, int maxResponseBytes, TimeSpan timeout, TimeProvider clock)
    {
        _node = node;
        _maxResponseBytes = maxResponseBytes;
        _timeout = timeout;
        _clock = clock;
        _http = new HttpClient(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = node.Authorization;
    }

    /// <summary>Sends <paramref name="batch"/> as one request.</summary>
    /// <exception cref="CollectorException">There is no complete answer; its message says why.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public async Task<JsonRpcAnswers> CallAsync(
        IReadOnlyList<JsonRpcRequest> batch, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            ReadOnlyMemory<byte> body = await PostAsync(Render(batch), either.Token);
            return JsonRpcAnswers.Parse(body, batch.Count, _node.Shown);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw deadline.IsCancellationRequested ? TimedOut(e) : Disconnected(e);
        }
    }

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler CreateHandler() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        PooledConnectionLifetime = ConnectionLifetime,
    };

    private static ReadOnlyMemory<byte> Render(IReadOnlyList<JsonRpcRequest> batch)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartArray();
        for (int call = 0; call < batch.Count; call++)
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            json.WriteNumber("id", call + 1);
            json.WriteString("method", batch[call].Method);
            json.WritePropertyName("params");
            json.WriteRawValue(batch[call].Parameters);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return body.WrittenMemory;
    }

    private async Task<ReadOnlyMemory<byte>> PostAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _node.Url);
        request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        using HttpResponseMessage response =
            await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode != HttpStatusCode.OK) throw WrongStatus(response.StatusCode);
        if (response.Content.Headers.ContentLength > _maxResponseBytes) throw TooLarge();

        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
        var answer = new ArrayBufferWriter<byte>(ReadAtOnce);
        while (true)
        {
            int read = await stream.ReadAsync(answer.GetMemory(ReadAtOnce), cancellation);
            if (read == 0) return answer.WrittenMemory;
            if (answer.WrittenCount + read > _maxResponseBytes) throw TooLarge();
            answer.Advance(read);
        }
    }

    private CollectorException TooLarge() => new(
        CollectorFailure.TooLarge,
        string.Create(
            CultureInfo.InvariantCulture, $"{_node} answered a batch with more than {_maxResponseBytes} bytes."));

    private CollectorException WrongStatus(HttpStatusCode status)
    {
        string advice = (int)status switch
        {
            401 or 403 => "give the user and the password in the RPC URL, as in http://user:password@host:8545",
            >= 300 and < 400 => "give the URL to which it redirects",
            404 or 405 => "check the path of the RPC URL",
            413 or 429 => "allow larger batches or more requests on the node's side",
            _ => "look at the node's log",
        };
        return new(
            CollectorFailure.HttpStatus,
            $"{_node} answered with HTTP status {((int)status).ToString(CultureInfo.InvariantCulture)}: {advice}.");
    }

    private CollectorException TimedOut(Exception cause) => new(
        CollectorFailure.Timeout,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_node} did not answer within {_timeout.TotalSeconds:0.###} s: the node hangs or is overloaded."),
        cause);

    private CollectorException Disconnected(Exception cause) => new(
        CollectorFailure.Connection,
        (cause as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.ConnectionError =>
                $"{_node} refuses the connection or cannot be reached: start the node with its HTTP RPC there.",
            HttpRequestError.NameResolutionError =>
                $"{_node} has no address: check the host name in the RPC URL.",
            HttpRequestError.SecureConnectionError =>
                $"{_node} allows no TLS connection: check that it speaks https and that its certificate is trusted.",
            HttpRequestError.InvalidResponse =>
                $"{_node} does not speak HTTP: check the port of the RPC URL.",
            _ => $"{_node} closed the connection in the middle of an answer: look at the node's log.",
        },
        cause);
}
