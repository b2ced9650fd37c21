using System.Buffers;

namespace Alys.Metrics.Naming;

/// <summary>
/// The rules of names, checked when a family is created so that a node with a bad one fails at its start.
/// Source: Prometheus "Metric and label naming"; OpenMetrics 1.0.0, "Reserved suffixes".
/// </summary>
internal static class MetricNames
{
    /// <summary>Labels that Prometheus gives a meaning: buckets, quantiles, and what it adds to each target.</summary>
    private static readonly string[] ReservedLabels = ["le", "quantile", "job", "instance"];

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    internal static void Check(string name, string help, MetricType type)
    {
        CheckCharacters("metric name", name);
        if (string.IsNullOrWhiteSpace(help))
            throw new ArgumentException($"'{name}' needs a help text, which is what an operator reads.", nameof(help));
        string? suffix = type.RequiredSuffix();
        if (suffix is not null && (!name.EndsWith(suffix, StringComparison.Ordinal) || name.Length == suffix.Length))
            throw new ArgumentException($"'{name}' is of type {type} and must end in '{suffix}'.", nameof(name));
        if (type == MetricType.InheritedCounter && name.EndsWith("_total", StringComparison.Ordinal))
            throw new ArgumentException($"'{name}' ends in '_total': make it a counter as others are.", nameof(name));
        if (type is MetricType.Gauge or MetricType.StateSet or MetricType.Histogram
            && name.EndsWith("_total", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' ends in '_total' but is no counter; it is a {type}.", nameof(name));
        }
    }

    internal static void CheckLabels(string name, ReadOnlySpan<string> labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            string label = labels[i];
            CheckCharacters($"label name of '{name}'", label);
            if (label.StartsWith("__", StringComparison.Ordinal))
                throw new ArgumentException($"Label '{label}' of '{name}' starts with '__': Prometheus keeps those.");
            if (ReservedLabels.Contains(label))
                throw new ArgumentException($"Label '{label}' of '{name}' is reserved: Prometheus sets it itself.");
            if (labels[..i].Contains(label))
                throw new ArgumentException($"Label '{label}' of '{name}' is given twice.");
        }
    }

    private static void CheckCharacters(string what, string name)
    {
        if (string.IsNullOrEmpty(name)) throw new ArgumentException($"A {what} is empty.", nameof(name));
        if (char.IsAsciiDigit(name[0]) || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new ArgumentException(
                $"'{name}' is no {what}: use letters, digits and '_', no digit first.", nameof(name));
        }
    }
}
