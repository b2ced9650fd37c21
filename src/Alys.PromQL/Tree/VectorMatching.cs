namespace Alys.PromQL.Tree;

/// <summary>Which series of two sides belong together: <c>on (job) group_left (version)</c>.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="IsOn">Whether the labels are those that count (<c>on</c>), not those that do not (<c>ignoring</c>).
/// </param>
/// <param name="Labels">The labels.</param>
/// <param name="Cardinality">How many may meet.</param>
/// <param name="Include">The labels that <c>group_left</c> and <c>group_right</c> copy from the side of one.</param>
public sealed record VectorMatching(
    SourceSpan Span, bool IsOn, IReadOnlyList<LabelName> Labels, MatchCardinality Cardinality,
    IReadOnlyList<LabelName> Include);
