using System.Buffers;
using Alys.Metrics.Tests.Generated;
using Alys.Metrics.Tests.Reading;
using CsCheck;

namespace Alys.Metrics.Tests;

/// <summary>Whatever a registry accepts is read back equal by a strict reader.</summary>
public sealed class RoundTripTests
{
    private const int MostMetrics = 12;
    private const int Registries = 2_000;

    [Theory]
    [InlineData(ExpositionFormat.Text)]
    [InlineData(ExpositionFormat.OpenMetrics)]
    public void Any_registry_reads_back_equal(ExpositionFormat format)
    {
        int made = 0, refused = 0;

        AnyMetric.Any.Array[1, MostMetrics].Sample(
            metrics =>
            {
                var registry = new MetricRegistry(new MetricRegistryOptions { SeriesLimit = 1_000_000 });
                var expected = new ExpectedPage();
                foreach (GeneratedMetric metric in metrics)
                    Interlocked.Increment(ref metric.TryMake(registry, expected) ? ref made : ref refused);
                AssertReadsBack(registry, expected, format);
            },
            iter: Registries,
            print: metrics => string.Join("; ", metrics.Select(metric => metric.Description)));

        // A generator that makes nothing acceptable would prove nothing.
        Assert.True(made > refused, $"{made} metrics were made and {refused} refused");
    }

    private static void AssertReadsBack(MetricRegistry registry, ExpectedPage expected, ExpositionFormat format)
    {
        var page = new ArrayBufferWriter<byte>();
        registry.Write(page, format);
        List<ReadFamily> families = PageReader.Read(page.WrittenSpan, format);
        IEnumerable<ExpectedSample> samples = families.SelectMany(family => family.Samples)
            .Select(sample => new ExpectedSample(sample.Name, sample.Labels, sample.Value));
        Assert.Empty(expected.Differences(samples, withEmpty: true));
        Assert.Empty(expected.Differences(families.Select(f => (f.Name, f.Type!, f.Help!)), format));
    }
}
