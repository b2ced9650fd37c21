using Alys.Checks.Sources;

namespace Alys.Checks.Live;

/// <summary>What is scraped, and how much of it.</summary>
/// <param name="Name">As a person knows it: a URL, or job and instance.</param>
/// <param name="Series">Its series at the last scrape.</param>
/// <param name="Limit">How many it may have; beyond that the whole scrape is lost.</param>
/// <param name="Where">Where that was read.</param>
public sealed record LiveTarget(string Name, long Series, long Limit, Location Where);
