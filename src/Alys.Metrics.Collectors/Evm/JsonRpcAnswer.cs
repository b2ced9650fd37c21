using System.Text.Json;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>The answer to one call: a result, or the reason why there is none.</summary>
/// <param name="Result">Meaningful while <paramref name="Error"/> is null.</param>
/// <param name="Error">Null when the call succeeded.</param>
internal readonly record struct JsonRpcAnswer(JsonElement Result, JsonRpcError? Error);
