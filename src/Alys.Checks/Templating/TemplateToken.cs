using Alys.PromQL;

namespace Alys.Checks.Templating;

/// <summary>A token of an action.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it stands there.</param>
/// <param name="Span">Where.</param>
/// <param name="AfterSpace">Whether white space is before it: <c>$a.b</c> is one operand, <c>$a .b</c> are two.</param>
internal readonly record struct TemplateToken(
    TemplateTokenKind Kind, string Text, SourceSpan Span, bool AfterSpace);
