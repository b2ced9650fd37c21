using System.Buffers;
using CsCheck;

namespace Alys.Metrics.Tests.Generated;

/// <summary>One registry with many metrics made up by chance, for a parser that is too slow to read thousands of
/// registries.</summary>
internal sealed class GeneratedRegistry
{
    private readonly MetricRegistry _registry = new(new MetricRegistryOptions { SeriesLimit = 1_000_000 });

    /// <summary>A registry of so many accepted metrics.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed of a run that failed, to see it again; null: a new one.</param>
    internal GeneratedRegistry(int count, string? seed = null)
    {
        PCG chance = seed is null ? PCG.ThreadPCG : PCG.Parse(seed);
        Seed = chance.ToString();
        for (int made = 0; made < count;)
        {
            if (AnyMetric.Any.Generate(chance, null, out _).TryMake(_registry, Expected)) made++;
        }
    }

    /// <summary>What makes the same registry again.</summary>
    internal string Seed { get; }

    internal ExpectedPage Expected { get; } = new();

    internal byte[] Page(ExpositionFormat format)
    {
        var page = new ArrayBufferWriter<byte>();
        _registry.Write(page, format);
        return page.WrittenSpan.ToArray();
    }
}
