using System.Globalization;

namespace Alys.DevNode.Tests.Fixtures;

/// <summary>The samples of a page in the text format, by name with labels.</summary>
internal sealed class ScrapedPage
{
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);

    public ScrapedPage(string text)
    {
        foreach (string line in text.Split('\n').Where(line => line.Length > 0))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                string[] words = line.Split(' ');
                Types[words[2]] = words[3];
            }

            if (line[0] == '#') continue;
            int end = line.LastIndexOf(' ');
            string value = line[(end + 1)..];
            _samples[line[..end]] = value == "+Inf" ? double.PositiveInfinity
                : double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The type of each family.</summary>
    public Dictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    public int Count => _samples.Count;

    public IEnumerable<KeyValuePair<string, double>> Samples => _samples;

    /// <summary>The sample of a whole name; null when it is absent.</summary>
    public double? this[string series] => _samples.TryGetValue(series, out double value) ? value : null;

    /// <summary>The sum of the samples of a name whose labels hold all of the parts.</summary>
    public double Sum(string name, params string[] labels) => Of(name, labels).Sum(sample => sample.Value);

    public IEnumerable<KeyValuePair<string, double>> Of(string name, params string[] labels) => _samples.Where(
        sample => (sample.Key == name || sample.Key.StartsWith(name + "{", StringComparison.Ordinal))
            && labels.All(label => sample.Key.Contains(label, StringComparison.Ordinal)));
}
