using Alys.PromQL;

namespace Alys.Checks.Documents;

/// <summary>Why a file is no document.</summary>
/// <param name="Span">Where it goes wrong.</param>
/// <param name="Message">What is wrong, a clause without a full stop.</param>
public sealed record DocumentError(SourceSpan Span, string Message);
