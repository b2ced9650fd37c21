namespace Alys.Metrics.Collectors.Evm;

/// <summary>One call of a batch.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Parameters">Its parameters, as a JSON list.</param>
internal readonly record struct JsonRpcRequest(string Method, string Parameters = "[]");
