namespace Alys.Metrics;

/// <summary>The limits of a <see cref="MetricRegistry"/>.</summary>
public sealed class MetricRegistryOptions
{
    /// <summary>The most series of the registry, a histogram's child counting its buckets, sum and count.
    /// Default 10,000; at least 200, which the registry's own metrics need.</summary>
    public int SeriesLimit { get; set; } = 10_000;

    /// <summary>The most children of one open (text) family, unless it says otherwise. Default 1,000; at least
    /// 1.</summary>
    public int FamilyLimit { get; set; } = 1_000;

    /// <summary>The longest label value of an open family, in UTF-16 units; a longer one is recorded as <c>other</c>.
    /// Default 256; at least 16.</summary>
    public int LabelValueLength { get; set; } = 256;

    /// <summary>Checks every limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below its least value.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SeriesLimit, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(FamilyLimit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(LabelValueLength, 16);
    }
}
