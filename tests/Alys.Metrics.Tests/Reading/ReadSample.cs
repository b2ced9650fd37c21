namespace Alys.Metrics.Tests.Reading;

/// <summary>A line with a value, as it was read.</summary>
internal sealed record ReadSample(string Name, (string Name, string Value)[] Labels, double Value);
