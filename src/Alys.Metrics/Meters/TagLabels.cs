using Alys.Metrics.Naming;

namespace Alys.Metrics.Meters;

/// <summary>
/// The labels that tags become. A tag without a value is no label: an empty label is to Prometheus the same as none,
/// and two series would have one identity. Tags whose keys become one label are joined by <c>;</c> in the order of
/// their keys (OpenTelemetry specification, "Prometheus and OpenMetrics compatibility: Metric attributes").
/// </summary>
/// <param name="type">The family's type, which says what labels are reserved.</param>
internal sealed class TagLabels(MetricType type)
{
    private readonly List<Entry> _labels = [];

    /// <summary>The rank of labels that are added: a copy's come after those that were copied.</summary>
    private int _rank;

    /// <summary>The longest value so far, in UTF-16 units.</summary>
    internal int LongestValue { get; private set; }

    /// <summary>A copy to which more is added.</summary>
    internal TagLabels Copy()
    {
        var copy = new TagLabels(type) { LongestValue = LongestValue, _rank = _rank + 1 };
        copy._labels.AddRange(_labels);
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

    /// <summary>Names and values in the order of the names, each name once: equal sets of labels come out
    /// equal.</summary>
    internal (string[] Names, string[] Values) Render()
    {
        _labels.Sort(Compare);
        var names = new List<string>(_labels.Count);
        var values = new List<string>(_labels.Count);
        foreach (Entry entry in _labels)
        {
            (string label, string value) = (entry.Label, entry.Value);
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
        _labels.Add(new Entry(label, key, value, _rank));
    }

    private static int Compare(Entry a, Entry b)
    {
        int order = string.CompareOrdinal(a.Label, b.Label);
        if (order == 0) order = string.CompareOrdinal(a.Key, b.Key);
        if (order == 0) order = a.Rank.CompareTo(b.Rank);
        return order == 0 ? string.CompareOrdinal(a.Value, b.Value) : order;
    }

    /// <summary>A label, the key that became it, and whether it is the meter's (less) or a measurement's.</summary>
    private sealed record Entry(string Label, string Key, string Value, int Rank);
}
