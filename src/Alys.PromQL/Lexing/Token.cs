namespace Alys.PromQL.Lexing;

/// <summary>A piece of PromQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is.</param>
public readonly record struct Token(TokenKind Kind, SourceSpan Span);
