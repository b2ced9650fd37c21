using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors;

/// <summary>An optional part of a reading that was missing or malformed while the rest was fine.</summary>
/// <param name="Reason">The <c>reason</c> label under which it is counted.</param>
/// <param name="Message">One sentence: what, where, what to do. It is the same text every round while the fault lasts,
/// since a new text is logged anew: no times, counts or heights in it.</param>
public sealed record PartialFailure(CollectorFailure Reason, string Message);
