namespace Alys.Checks.Tests.Ticket;

/// <summary>A mistake that systems like this one make.</summary>
/// <param name="What">The mistake.</param>
/// <param name="Check">The check that finds it; null when none can.</param>
/// <param name="Places">Where it is in the files of the ticket, as file:line; none when the ticket does not make it,
/// and the case in the page of the check shows it.</param>
/// <param name="Reason">Why no check can find it, and what holds it instead; empty when one does.</param>
internal sealed record Pitfall(string What, string? Check, IReadOnlyList<string> Places, string Reason);
