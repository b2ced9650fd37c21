namespace Alys.Monitor.Stack;

/// <summary>A sample of an instant query.</summary>
/// <param name="Labels">The labels of its series.</param>
/// <param name="Value">Its value.</param>
internal sealed record PrometheusSample(IReadOnlyDictionary<string, string> Labels, double Value);
