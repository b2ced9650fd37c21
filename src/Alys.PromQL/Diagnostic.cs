namespace Alys.PromQL;

/// <summary>Something wrong in an expression: what, where, and what to do.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Span">Where in the text.</param>
/// <param name="Message">What is wrong, a clause without a full stop.</param>
/// <param name="Help">What to do about it, a sentence; empty when the message says it all.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, SourceSpan Span, string Message, string Help);
