using System.Text;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Meters;

/// <summary>
/// Names of instruments and tags as names that Prometheus takes, letter for letter as OpenTelemetry's Prometheus
/// exporter for .NET writes them where OpenMetrics is asked for, as Prometheus does by default.
/// </summary>
internal static class MeterNames
{
    private const string Total = "_total";

    /// <summary>Put in front of a label that has a meaning of its own, as Prometheus does with <c>job</c>.</summary>
    private const string Exported = "exported_";

    /// <summary>The family's name: unit and, for a counter, <c>_total</c> at its end; empty when nothing is
    /// left.</summary>
    internal static string Family(string instrument, string? unit, MetricType type)
    {
        bool counts = type == MetricType.Counter;
        string name = counts && instrument.EndsWith(Total, StringComparison.Ordinal)
            ? instrument[..^Total.Length]
            : instrument;
        if (Sanitize(name).Trim('_').Length == 0) return "";
        string word = UnitName.Of(unit);
        if (word.Length > 0 && !name.EndsWith(word, StringComparison.Ordinal)) name += "_" + word;
        name = Sanitize(name);
        if (char.IsAsciiDigit(name[0])) name = "_" + name;
        return counts && !name.EndsWith(Total, StringComparison.Ordinal) ? name + Total : name;
    }

    /// <summary>The label of a tag: what Prometheus keeps for itself gets <c>exported_</c> in front.</summary>
    internal static string Label(string? key, MetricType type)
    {
        if (string.IsNullOrEmpty(key)) return "_";
        string label = IsLabel(key) ? key : SanitizeLabel(key);
        bool reserved = label.StartsWith("__", StringComparison.Ordinal)
            || (type == MetricType.Histogram && label == "le");
        return reserved ? Exported + label : label;
    }

    /// <summary>The label of a meter's tag.</summary>
    internal static string ScopeLabel(string key) => SanitizeLabel("otel_scope_" + key);

    /// <summary>Every run of characters that a name cannot have, underscores included, as one underscore.</summary>
    internal static string Sanitize(string name) =>
        Replace(name, c => char.IsAsciiLetterOrDigit(c) || c == ':');

    private static bool IsLabel(string key) =>
        !char.IsAsciiDigit(key[0]) && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>A label's own underscores are kept; only what replaces other characters is made one.</summary>
    private static string SanitizeLabel(string key)
    {
        string prefix = char.IsAsciiDigit(key[0]) ? "_" : "";
        return Replace(prefix + key, c => char.IsAsciiLetterOrDigit(c) || c == '_');
    }

    private static string Replace(string text, Func<char, bool> isKept)
    {
        var kept = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (isKept(c)) kept.Append(c);
            else if (kept.Length == 0 || kept[^1] != '_') kept.Append('_');
        }

        return kept.ToString();
    }
}
