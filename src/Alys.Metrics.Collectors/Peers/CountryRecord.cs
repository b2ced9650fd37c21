using MaxMind.Db;

namespace Alys.Metrics.Collectors.Peers;

/// <summary>What a file of countries says of a network, as far as it is read.</summary>
internal sealed class CountryRecord
{
    /// <summary>The country's code; null when the record has none.</summary>
    [MapKey("country_code")]
    public string? Code { get; init; }
}
