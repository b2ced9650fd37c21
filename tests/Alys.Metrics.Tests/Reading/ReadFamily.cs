namespace Alys.Metrics.Tests.Reading;

/// <summary>A metric with its metadata, as it was read.</summary>
internal sealed class ReadFamily(string name)
{
    internal string Name { get; } = name;

    internal string? Type { get; set; }

    internal string? Help { get; set; }

    internal string? Unit { get; set; }

    internal List<ReadSample> Samples { get; } = [];
}
