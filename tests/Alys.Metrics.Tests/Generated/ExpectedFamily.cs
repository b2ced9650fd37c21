namespace Alys.Metrics.Tests.Generated;

/// <summary>What a family says of itself; the type in the words of OpenMetrics.</summary>
internal sealed record ExpectedFamily(string Name, string Type, string Help)
{
    /// <summary>The name in a metadata line: OpenMetrics leaves the suffix of the type out.</summary>
    internal string NameIn(ExpositionFormat format) => (format, Type) switch
    {
        (ExpositionFormat.OpenMetrics, "counter") => Name[..^"_total".Length],
        (ExpositionFormat.OpenMetrics, "info") => Name[..^"_info".Length],
        _ => Name,
    };

    /// <summary>The type in a TYPE line: the text format has neither info nor state sets.</summary>
    internal string TypeIn(ExpositionFormat format) =>
        format == ExpositionFormat.Text && Type is ("info" or "stateset") ? "gauge" : Type;
}
