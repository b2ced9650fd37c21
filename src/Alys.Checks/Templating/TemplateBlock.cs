using Alys.PromQL;

namespace Alys.Checks.Templating;

/// <summary>A block that has begun and not ended.</summary>
/// <param name="Word">What began it.</param>
/// <param name="Span">Where.</param>
/// <param name="Outer">What the dot is outside of it.</param>
/// <param name="Variables">The variables outside of it.</param>
internal sealed record TemplateBlock(
    string Word, SourceSpan Span, TemplateValue Outer, IReadOnlyDictionary<string, TemplateValue> Variables)
{
    /// <summary>Whether its last part has begun.</summary>
    public bool HasElse { get; set; }
}
