namespace Alys.Metrics.Hosting.Compression;

/// <summary>Up to 32 bits, the lowest of which is written first.</summary>
/// <param name="Bits">None is set beyond the count.</param>
/// <param name="Count">How many.</param>
internal readonly record struct BitString(uint Bits, int Count);
