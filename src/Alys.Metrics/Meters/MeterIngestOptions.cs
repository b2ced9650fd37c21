namespace Alys.Metrics.Meters;

/// <summary>What <see cref="MetricRegistry.IngestMeters"/> takes in, and how much of it.</summary>
public sealed class MeterIngestOptions
{
    /// <summary>The meters, by name; <c>*</c> stands for any characters and <c>?</c> for one. Upper and lower case are
    /// the same. Default: none. Source: OpenTelemetry's <c>AddMeter</c>, which takes the same names.</summary>
    public IList<string> Meters { get; } = [];

    /// <summary>The most series of one family, tags of all its instruments together; what finds no room is recorded in
    /// the series <c>otel_metric_overflow="true"</c>. Default null: the registry's
    /// <see cref="MetricRegistryOptions.FamilyLimit"/>; at least 1.</summary>
    public int? FamilyLimit { get; set; }

    /// <summary>The most instruments; one more is not exposed, and counted in
    /// <c>alys_metrics_meter_instruments_refused_total</c>. Default 1,000; at least 1.</summary>
    public int InstrumentLimit { get; set; } = 1_000;

    /// <summary>Whether series say which meter they come from: <c>otel_scope_name</c>, <c>otel_scope_version</c>,
    /// <c>otel_scope_schema_url</c> and the meter's tags. Without it, equal instruments of several meters are one.
    /// Default true.</summary>
    public bool ScopeLabels { get; set; } = true;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A limit is below 1, or the name of a meter is empty.</exception>
    public void Validate()
    {
        if (FamilyLimit is { } limit) ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(FamilyLimit));
        ArgumentOutOfRangeException.ThrowIfLessThan(InstrumentLimit, 1);
        if (Meters.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("The name of a meter is empty; take it out, or name the meter.");
    }
}
