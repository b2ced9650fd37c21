namespace Alys.PromQL.Tree;

/// <summary>What an aggregation groups by: <c>by (job)</c>, <c>without (instance)</c>.</summary>
/// <param name="Span">Where it is, the keyword included.</param>
/// <param name="IsWithout">Whether it names the labels that go, not those that stay.</param>
/// <param name="Labels">The labels.</param>
public sealed record Grouping(SourceSpan Span, bool IsWithout, IReadOnlyList<LabelName> Labels);
