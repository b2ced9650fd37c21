using System.Text.Json;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>Reads the answers of one round and keeps account of what was missing or malformed.</summary>
/// <param name="node">The node's name in messages.</param>
internal sealed class AnswerReader(string node)
{
    private readonly List<PartialFailure> _failures = [];
    private readonly HashSet<string> _missingMethods = [];

    /// <summary>What could not be read although the node has it; each message once.</summary>
    public IReadOnlyList<PartialFailure> Failures => _failures;

    /// <summary>Optional methods that the node turned out to lack, which is no failure.</summary>
    public IReadOnlyCollection<string> MissingMethods => _missingMethods;

    /// <summary>Reads what the round cannot do without.</summary>
    /// <param name="answer">The answer to the call.</param>
    /// <param name="method">The method called.</param>
    /// <param name="read">Makes sense of a result; throws a <see cref="FormatException"/> when it cannot.</param>
    /// <exception cref="CollectorException">It is an error, or malformed.</exception>
    public T Required<T>(JsonRpcAnswer answer, string method, Func<JsonElement, T> read)
    {
        if (answer.Error is { } error)
            throw new CollectorException(CollectorFailure.RpcError, $"{node} answered {method} with {error}.");
        try
        {
            return read(answer.Result);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            // JsonElement finds broken text, such as half a surrogate pair, when it is read.
            throw new CollectorException(
                CollectorFailure.InvalidResponse, $"{node} answered {method} wrongly: {e.Message}.", e);
        }
    }

    /// <summary>Reads what the round can do without; null when there is nothing or it is malformed.</summary>
    /// <inheritdoc cref="Required{T}"/>
    public T? Optional<T>(JsonRpcAnswer answer, string method, Func<JsonElement, T?> read)
    {
        if (answer.Error is { MethodMissing: true })
        {
            _missingMethods.Add(method);
            return default;
        }

        try
        {
            return Required(answer, method, read);
        }
        catch (CollectorException e)
        {
            Fail(e);
            return default;
        }
    }

    /// <summary>Takes down a part that failed.</summary>
    public void Fail(CollectorException failure) => Add(new PartialFailure(failure.Reason, failure.Message));

    /// <summary>Takes down a part that failed.</summary>
    /// <param name="reason">Under which it is counted.</param>
    /// <param name="what">The rest of a sentence that begins with the node's name.</param>
    public void Fail(CollectorFailure reason, string what) => Add(new PartialFailure(reason, $"{node} {what}."));

    private void Add(PartialFailure failure)
    {
        if (!_failures.Contains(failure)) _failures.Add(failure);
    }
}
