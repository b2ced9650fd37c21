using System.Text.Json;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>The answers to a batch, in the order of its calls. Results live until it is disposed.</summary>
/// <remarks>The calls' ids are 1 to n. Answers may come in any order, as JSON-RPC 2.0 allows; each call has one, or the
/// whole is refused. <b>Source:</b> JSON-RPC 2.0, sections 5 and 6.</remarks>
internal sealed class JsonRpcAnswers : IDisposable
{
    /// <summary>A block or a peer nests five deep; more is not an answer to what is asked here.</summary>
    private const int MaxDepth = 32;

    private readonly JsonDocument _document;
    private readonly JsonRpcAnswer?[] _answers;
    private readonly string _node;

    /// <summary>The first error that speaks for the whole batch.</summary>
    private JsonRpcError? _refusal;

    private JsonRpcAnswers(JsonDocument document, int calls, string node)
    {
        _document = document;
        _answers = new JsonRpcAnswer?[calls];
        _node = node;
    }

    /// <summary>The answer to a call by its place in the batch, from 0.</summary>
    public JsonRpcAnswer this[int call] => _answers[call]!.Value;

    /// <summary>Reads the body of an HTTP response.</summary>
    /// <param name="body">JSON in UTF-8; must not change while the answers are used.</param>
    /// <param name="calls">How many calls the batch had.</param>
    /// <param name="node">The node's name in messages.</param>
    /// <exception cref="CollectorException">It is no complete answer to the batch.</exception>
    public static JsonRpcAnswers Parse(ReadOnlyMemory<byte> body, int calls, string node)
    {
        JsonRpcAnswers? answers = null;
        try
        {
            var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            answers = new JsonRpcAnswers(document, calls, node);
            answers.Match();
            JsonRpcAnswers complete = answers;
            answers = null;
            return complete;
        }
        catch (JsonException e)
        {
            throw new CollectorException(
                CollectorFailure.InvalidJson,
                $"{node} answered with something that is not JSON: check that the URL is that of the node's JSON-RPC.",
                e);
        }
        catch (InvalidOperationException e)
        {
            // Text that is not UTF-8, or half a surrogate pair: JsonElement finds it when it is read.
            throw new CollectorException(
                CollectorFailure.InvalidJson, $"{node} answered with JSON whose text is broken.", e);
        }
        finally
        {
            answers?.Dispose();
        }
    }

    public void Dispose() => _document.Dispose();

    private void Match()
    {
        JsonElement root = _document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && ErrorOf(root) is { } error)
            throw Refused(error);
        if (root.ValueKind != JsonValueKind.Array)
            throw Invalid("with something other than a list of answers to a batch of calls");

        foreach (JsonElement answer in root.EnumerateArray()) Place(answer);

        if (_answers.All(answer => answer is not null)) return;
        throw _refusal is null ? Invalid("only some calls of a batch") : Refused(_refusal);
    }

    private void Place(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object) throw Invalid("with a list in which not all are answers");
        JsonRpcError? error = ErrorOf(answer);
        bool forAll = !answer.TryGetProperty("id", out JsonElement id) || id.ValueKind == JsonValueKind.Null;
        bool known = id.ValueKind == JsonValueKind.Number
            && id.TryGetInt32(out int number) && number >= 1 && number <= _answers.Length;
        if (error is not null && (forAll || (known && error.RefusesBatch))) _refusal ??= error;
        if (!known) return;

        ref JsonRpcAnswer? place = ref _answers[id.GetInt32() - 1];
        if (place is not null) throw Invalid("the same call of a batch twice");
        bool hasResult = answer.TryGetProperty("result", out JsonElement result);
        if (error is null && !hasResult) throw Invalid("a call with neither a result nor an error");
        place = new JsonRpcAnswer(result, error);
    }

    private static JsonRpcError? ErrorOf(JsonElement answer) =>
        answer.TryGetProperty("error", out JsonElement error) && error.ValueKind != JsonValueKind.Null
            ? JsonRpcError.Read(error)
            : null;

    private CollectorException Refused(JsonRpcError error) =>
        new(CollectorFailure.RpcError, $"{_node} refused a batch of calls, {error}.");

    private CollectorException Invalid(string what) =>
        new(CollectorFailure.InvalidResponse, $"{_node} answered {what}: is it an Ethereum node?");
}
