namespace Alys.Metrics;

/// <summary>Settings of one open (text) family.</summary>
public sealed class TextFamilyOptions
{
    /// <summary>The most children; default null: the registry's
    /// <see cref="MetricRegistryOptions.FamilyLimit"/>.</summary>
    public int? Limit { get; set; }

    /// <summary>
    /// How long a child that nobody writes to stays, so that peers that went make room for those that come. Measured
    /// from scrape to scrape; longer than a few scrape intervals, at least a second. Default null: it stays for ever.
    /// </summary>
    /// <remarks>A counter or histogram leaves only after a scrape has shown its last total, and an up-down counter only
    /// at 0. Written to or looked up again while someone holds its handle, it comes back with its whole total; else it
    /// starts again at 0, which <see cref="MetricRegistryOptions.CreatedSamples"/> makes visible.</remarks>
    public TimeSpan? TimeToLive { get; set; }
}
