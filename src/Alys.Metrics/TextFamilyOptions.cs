namespace Alys.Metrics;

/// <summary>Settings of one open (text) family.</summary>
public sealed class TextFamilyOptions
{
    /// <summary>The most children; default null: the registry's
    /// <see cref="MetricRegistryOptions.FamilyLimit"/>.</summary>
    public int? Limit { get; set; }
}
