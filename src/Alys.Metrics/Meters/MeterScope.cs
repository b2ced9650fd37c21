using Alys.Metrics.Naming;
using Sdm = System.Diagnostics.Metrics;

namespace Alys.Metrics.Meters;

/// <summary>
/// The labels that all series of an instrument have: those of its meter, as OpenTelemetry's Prometheus exporter for
/// .NET writes them, and the instrument's own tags, which that exporter leaves out.
/// </summary>
internal static class MeterScope
{
    private const string Name = "otel_scope_name";
    private const string Version = "otel_scope_version";
    private const string Schema = "otel_scope_schema_url";

    internal static TagLabels Labels(Sdm.Instrument instrument, MetricType type, bool scope)
    {
        var labels = new TagLabels(type);
        if (scope) AddScope(labels, instrument.Meter);
        foreach (KeyValuePair<string, object?> tag in instrument.Tags ?? []) labels.Add(tag);
        return labels;
    }

    /// <summary>Equal for equal labels, whatever their order.</summary>
    internal static string Key(TagLabels labels)
    {
        (string[] names, string[] values) = labels.Render();
        // No label's name holds a zero, and the length says where a value ends.
        return string.Concat(names.Zip(values, (name, value) => $"{name}\0{value.Length}\0{value}"));
    }

    private static void AddScope(TagLabels labels, Sdm.Meter meter)
    {
        labels.Add(Name, meter.Name);
        labels.Add(Version, meter.Version);
        labels.Add(Schema, meter.TelemetrySchemaUrl);
        foreach (KeyValuePair<string, object?> tag in meter.Tags ?? [])
        {
            // A meter cannot say by a tag what it is called.
            if (MeterNames.ScopeLabel(tag.Key ?? "") is not (Name or Version or Schema)) labels.AddScope(tag);
        }
    }
}
