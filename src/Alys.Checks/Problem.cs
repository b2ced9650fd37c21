using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks;

/// <summary>Something that a check found.</summary>
/// <param name="Check">The id of the check, such as <c>promql/unknown-metric</c>.</param>
/// <param name="Where">Its place.</param>
/// <param name="Message">What is wrong, a clause without a full stop.</param>
/// <param name="Help">What to do, a sentence.</param>
public sealed record Problem(string Check, Location Where, string Message, string Help)
{
    /// <summary>The rule, panel, route or block of text that it is a part of: a comment in it, or right before it, can
    /// switch the check off. Default: the place itself.</summary>
    public SourceSpan Element { get; init; } = Where.Span;
}
