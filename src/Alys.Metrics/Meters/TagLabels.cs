using Alys.Metrics.Naming;

namespace Alys.Metrics.Meters;

/// <summary>
/// The labels that tags become. A tag without a value is no label: an empty label is to Prometheus the same as none, and
/// two series would have one identity. Tags whose keys become one label are joined by <c>;</c> in the order of their
/// keys (OpenTelemetry specification, "Prometheus and OpenMetrics compatibility: Metric attributes").
/// </summary>
/// <param name="type">The family's type, which says what labels are reserved.</param>
internal sealed class TagLabels(MetricType type)
{
    private readonly List<(string Label, string Key, string Value)> _labels = [];

    /// <summary>The longest value so far, in UTF-16 units.</summary>
    internal int LongestValue { get; private set; }

    /// <summary>A copy to which more is added.</summary>
    internal TagLabels Copy()
    {
        var copy = new TagLabels(type);
        foreach ((string label, string key, string value) in _labels) copy.Add(label, key, value);
        return copy;
    }

    /// <summary>Adds a tag of a measurement or an instrument.</summary>
    internal void Add(KeyValuePair<string, object?> tag) =>
        Add(MeterNames.Label(tag.Key, type), tag.Key ?? "", TagText.Of(tag.Value));

    /// <summary>Adds a label whose name is right as it is.</summary>
    internal void Add(string label, string? value) => Add(label, label, value ?? "");

    /// <summary>Adds a tag of a meter.</summary>
    internal void AddScope(KeyValuePair<string, object?> tag) =>
        Add(MeterNames.ScopeLabel(tag.Key ?? ""), tag.Key ?? "", TagText.Of(tag.Value));

    internal bool Has(string label) => _labels.Exists(known => known.Label == label);

    /// <summary>Names and values in the order of the names, each name once: equal sets of labels come out
    /// equal.</summary>
    internal (string[] Names, string[] Values) Render()
    {
        _labels.Sort((a, b) => Compare(a, b));
        var names = new List<string>(_labels.Count);
        var values = new List<string>(_labels.Count);
        foreach ((string label, _, string value) in _labels)
        {
            if (names.Count > 0 && names[^1] == label)
            {
                values[^1] += ";" + value;
                continue;
            }

            names.Add(label);
            values.Add(value);
        }

        return ([.. names], [.. values]);
    }

    private void Add(string label, string key, string value)
    {
        if (value.Length == 0) return;
        LongestValue = Math.Max(LongestValue, value.Length);
        _labels.Add((label, key, value));
    }

    private static int Compare((string Label, string Key, string Value) a, (string Label, string Key, string Value) b)
    {
        int order = string.CompareOrdinal(a.Label, b.Label);
        if (order == 0) order = string.CompareOrdinal(a.Key, b.Key);
        return order == 0 ? string.CompareOrdinal(a.Value, b.Value) : order;
    }
}
