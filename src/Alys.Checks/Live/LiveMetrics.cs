namespace Alys.Checks.Live;

/// <summary>What a metrics page, or a Prometheus, has at this moment.</summary>
/// <param name="Source">Its URL.</param>
/// <param name="Families">Its metrics.</param>
/// <param name="Targets">What is scraped.</param>
/// <param name="SeesAll">Whether every series there is can be asked of it, as of a Prometheus; a page is that of one
/// process.</param>
/// <remarks><b>Threads:</b> any; it does not change.</remarks>
public sealed record LiveMetrics(
    string Source, IReadOnlyList<LiveFamily> Families, IReadOnlyList<LiveTarget> Targets, bool SeesAll);
