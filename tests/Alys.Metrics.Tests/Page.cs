using System.Buffers;
using System.Text;
using Alys.Metrics.Exposition;

namespace Alys.Metrics.Tests;

/// <summary>The page of a registry as text, and single samples out of it.</summary>
internal static class Page
{
    internal static string Of(MetricRegistry registry, ExpositionFormat format = ExpositionFormat.Text)
    {
        var output = new ArrayBufferWriter<byte>();
        registry.Write(output, format);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>What is left of a scrape.</summary>
    internal static string Of(Scrape scrape)
    {
        var output = new ArrayBufferWriter<byte>();
        scrape.WriteNext(output, int.MaxValue);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The lines of the page that start with a text, without the registry's metrics of itself.</summary>
    internal static string Lines(
        MetricRegistry registry, string start, ExpositionFormat format = ExpositionFormat.Text) =>
        string.Join('\n', Of(registry, format).Split('\n')
            .Where(line => line.StartsWith(start, StringComparison.Ordinal)));

    /// <summary>What stands behind a series on the page, or null.</summary>
    internal static string? Value(MetricRegistry registry, string series) =>
        Of(registry).Split('\n')
            .Where(line => line.StartsWith(series + " ", StringComparison.Ordinal))
            .Select(line => line[(series.Length + 1)..])
            .SingleOrDefault();
}
