using System.Globalization;
using System.Text;

namespace Alys.Metrics.Tests.Meters;

/// <summary>What a page says, without how it says it: the types of families, and samples by name and labels.</summary>
internal sealed class PageSamples
{
    private PageSamples()
    {
    }

    /// <summary>The type of each family.</summary>
    public SortedDictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of each sample, by its name and its labels in the order of their names.</summary>
    public SortedDictionary<string, double> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a page; a sample that is there twice is an error.</summary>
    public static PageSamples Of(string page)
    {
        var samples = new PageSamples();
        foreach (string line in page.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal)) samples.AddType(line);
            else if (!line.StartsWith('#')) samples.AddSample(line);
        }

        return samples;
    }

    /// <summary>The values of the samples whose name or label text holds this.</summary>
    public IEnumerable<KeyValuePair<string, double>> With(string text) =>
        Values.Where(sample => sample.Key.Contains(text, StringComparison.Ordinal));

    private void AddType(string line)
    {
        string[] words = line.Split(' ');
        if (words[2] is not ("target" or "target_info")) Types.Add(words[2], words[3]);
    }

    private void AddSample(string line)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        int at = line.IndexOfAny(['{', ' ']);
        string name = line[..at];
        if (line[at] == '{') at = ReadLabels(line, at + 1, labels);
        if (name.EndsWith("_created", StringComparison.Ordinal) || name == "target_info") return;
        string value = line[(at + 1)..].Split(' ')[0];
        string shown = string.Join(",", labels.Select(label => $"{label.Key}={Shown(name, label)}"));
        Values.Add($"{name}{{{shown}}}", Number(value));
    }

    /// <summary>A bound is a number, which the formats spell in several ways.</summary>
    private static string Shown(string sample, KeyValuePair<string, string> label) =>
        label.Key == "le" && sample.EndsWith("_bucket", StringComparison.Ordinal)
            ? Number(label.Value).ToString("R", CultureInfo.InvariantCulture)
            : label.Value;

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static int ReadLabels(string line, int at, SortedDictionary<string, string> labels)
    {
        while (line[at] != '}')
        {
            if (line[at] == ',') at++;
            int equals = line.IndexOf('=', at);
            string name = line[at..equals];
            var value = new StringBuilder();
            for (at = equals + 2; line[at] != '"'; at++)
            {
                if (line[at] == '\\') value.Append(line[++at] == 'n' ? '\n' : line[at]);
                else value.Append(line[at]);
            }

            at++;
            // To Prometheus an empty label is one that is not there.
            if (value.Length > 0) labels.Add(name, value.ToString());
        }

        return at + 1;
    }
}
