using System.Buffers;
using System.Globalization;
using System.Text;
using Alys.Metrics;

namespace Alys.Monitor.Terminal;

/// <summary>The samples of a metrics page, by series as written: what a scrape sees is what the live line
/// shows.</summary>
internal sealed class MetricPage
{
    private readonly Dictionary<string, double> _samples;

    private MetricPage(Dictionary<string, double> samples) => _samples = samples;

    /// <summary>How many samples the page has.</summary>
    public int Count => _samples.Count;

    /// <summary>The value of a series, such as <c>alys_collector_up{collector="evm"}</c>; null when it is
    /// absent.</summary>
    public double? this[string series] => _samples.TryGetValue(series, out double value) ? value : null;

    /// <summary>The page that a registry would serve now.</summary>
    public static MetricPage Of(MetricRegistry registry)
    {
        ArrayBufferWriter<byte> output = new();
        registry.Write(output, ExpositionFormat.Text);
        return Parse(Encoding.UTF8.GetString(output.WrittenSpan));
    }

    /// <summary>Reads a page in text format 0.0.4 without timestamps, as ours are; other lines are passed
    /// over.</summary>
    public static MetricPage Parse(string text)
    {
        Dictionary<string, double> samples = [];
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            // A label value may hold spaces; the value of the sample never does.
            int space = line.LastIndexOf(' ');
            if (space > 0 && line[0] != '#' && TryParseValue(line[(space + 1)..], out double value))
                samples[line[..space].ToString()] = value;
        }

        return new MetricPage(samples);
    }

    private static bool TryParseValue(ReadOnlySpan<char> text, out double value)
    {
        if (text is "+Inf" or "-Inf")
        {
            value = text[0] == '+' ? double.PositiveInfinity : double.NegativeInfinity;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
