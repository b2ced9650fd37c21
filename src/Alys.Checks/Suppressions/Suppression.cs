using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Suppressions;

/// <summary>A comment that switches a check off: <c># check off promql/raw-counter: the total is the point</c>.
/// </summary>
/// <param name="Check">The id of the check.</param>
/// <param name="Reason">Why; empty when none is given, which is a problem of its own.</param>
/// <param name="Where">Its place.</param>
/// <param name="End">Where the block of comments that it is in ends: what begins there is meant as well.</param>
public sealed record Suppression(string Check, string Reason, Location Where, int End)
{
    /// <summary>Whether it is about a problem: the same check, in the same element, right before it or behind it in
    /// its last line.</summary>
    public bool IsAbout(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        SourceSpan element = problem.Element;
        return problem.Check == Check
            && problem.Where.File == Where.File
            && (element.Contains(Where.Span.Start)
                || element.Contains(End) && Where.Span.Start < element.Start
                || IsBehind(element));
    }

    // Behind the last value of an element, in the same line.
    private bool IsBehind(SourceSpan element) =>
        Where.Span.Start >= element.End && Where.File.LineOf(element.End) == Where.Line
        && Where.File.Text.AsSpan(element.End, Where.Span.Start - element.End).IsWhiteSpace();
}
