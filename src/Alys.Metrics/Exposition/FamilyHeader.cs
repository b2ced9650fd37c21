using Alys.Metrics.Naming;

namespace Alys.Metrics.Exposition;

/// <summary>The metadata lines of a family in both formats, rendered when it is made.</summary>
internal sealed class FamilyHeader
{
    /// <summary>Units that a name can end in; OpenMetrics wants the UNIT to be a suffix of the name.</summary>
    private static readonly string[] Units = ["seconds", "bytes", "ratio", "percent"];

    private readonly byte[] _text;
    private readonly byte[] _openMetrics;

    internal FamilyHeader(string name, string help, MetricType type)
    {
        string textType = type.Name(ExpositionFormat.Text);
        _text = Utf8.Of($"# HELP {name} {Escape(help)}\n# TYPE {name} {textType}\n");

        string baseName = type.BaseName(name);
        // OpenMetrics: an info and a state set have no unit, whatever their name ends in.
        bool unitless = type is MetricType.Info or MetricType.StateSet;
        string? unit = unitless ? null : Units
            .FirstOrDefault(unit => baseName.EndsWith("_" + unit, StringComparison.Ordinal));
        string unitLine = unit is null ? "" : $"# UNIT {baseName} {unit}\n";
        string openMetricsHelp = Escape(help).Replace("\"", "\\\"", StringComparison.Ordinal);
        string openMetricsType = type.Name(ExpositionFormat.OpenMetrics);
        _openMetrics = Utf8.Of(
            $"# TYPE {baseName} {openMetricsType}\n{unitLine}# HELP {baseName} {openMetricsHelp}\n");
    }

    internal byte[] In(ExpositionFormat format) =>
        format == ExpositionFormat.OpenMetrics ? _openMetrics : _text;

    private static string Escape(string help) => help
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
