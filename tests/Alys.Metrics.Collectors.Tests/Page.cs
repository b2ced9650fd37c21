using System.Buffers;
using System.Text;

namespace Alys.Metrics.Collectors.Tests;

/// <summary>Single samples out of the page that Prometheus would get.</summary>
internal static class Page
{
    /// <summary>What stands behind a series on the page, or null.</summary>
    public static string? Value(MetricRegistry registry, string series)
    {
        var output = new ArrayBufferWriter<byte>();
        registry.Write(output, ExpositionFormat.Text);
        return Encoding.UTF8.GetString(output.WrittenSpan).Split('\n')
            .Where(line => line.StartsWith(series + " ", StringComparison.Ordinal))
            .Select(line => line[(series.Length + 1)..])
            .SingleOrDefault();
    }
}
