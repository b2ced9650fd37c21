namespace Alys.PromQL.Tree;

/// <summary>When a selector is evaluated, if not at the time of the query: <c>@ 1609746000</c>.</summary>
/// <param name="Span">Where it is, the <c>@</c> included.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Seconds">The seconds since 1970, to the millisecond; 0 unless it is a timestamp.</param>
/// <param name="Variable">The variable as it is written; null unless it is one.</param>
public sealed record AtModifier(SourceSpan Span, AtKind Kind, double Seconds, string? Variable);
