namespace Alys.Metrics.Bench.Footprints;

/// <summary>Which 10,000 series are made.</summary>
public enum FootprintShape
{
    /// <summary>One counter by two texts.</summary>
    Texts,

    /// <summary>One counter by three enums, all of whose combinations exist.</summary>
    Enums,
}
