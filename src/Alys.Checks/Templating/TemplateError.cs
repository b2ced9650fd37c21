using Alys.PromQL;

namespace Alys.Checks.Templating;

/// <summary>Why a template is none.</summary>
/// <param name="Span">The place.</param>
/// <param name="Message">What is wrong, a clause without a full stop.</param>
/// <param name="Help">What to do, a sentence.</param>
internal sealed record TemplateError(SourceSpan Span, string Message, string Help);
