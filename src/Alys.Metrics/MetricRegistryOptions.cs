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

    /// <summary>Whether counters and histograms say in OpenMetrics when they began, as <c>name_created</c>: a series
    /// that was removed and begins again at 0 can then be told from one that lost its count. One series more a child.
    /// Default false. Source: OpenMetrics 1.0.0, "Counter".</summary>
    public bool CreatedSamples { get; set; }

    /// <summary>Tells the time, for <see cref="CreatedSamples"/> and <see cref="TextFamilyOptions.TimeToLive"/>.
    /// Default: the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>How long a scrape waits for the callbacks of observable metrics; the families of those that are not
    /// back by then are left out of the page. Default 1 s; from 10 ms to 1 minute.</summary>
    public TimeSpan CallbackPatience { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Checks every limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below its least value.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SeriesLimit, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(FamilyLimit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(LabelValueLength, 16);
        ArgumentNullException.ThrowIfNull(Clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(CallbackPatience, TimeSpan.FromMilliseconds(10));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(CallbackPatience, TimeSpan.FromMinutes(1));
    }
}
