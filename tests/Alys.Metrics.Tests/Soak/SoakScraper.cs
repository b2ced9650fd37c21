using System.Buffers;
using Alys.Metrics.Exposition;
using Alys.Metrics.Tests.Reading;

namespace Alys.Metrics.Tests.Soak;

/// <summary>
/// Reads page after page, as Prometheus does, and adds up what counters gained. A page that breaks a rule of its
/// format, and a counter that goes back although it did not begin again, is an error at once.
/// </summary>
/// <param name="registry">What is scraped.</param>
/// <param name="names">The families that are asked for; none: all.</param>
internal sealed class SoakScraper(MetricRegistry registry, params string[] names)
{
    private const string Created = "_created";

    private readonly ArrayBufferWriter<byte> _page = new();
    private readonly Dictionary<string, (double Value, double Created)> _before = [];
    private readonly Dictionary<string, double> _gained = [];
    private List<ReadFamily> _families = [];

    internal int Pages { get; private set; }

    /// <summary>How many samples the newest page has.</summary>
    internal int Size => Samples.Count();

    private IEnumerable<ReadSample> Samples => _families.SelectMany(family => family.Samples);

    internal void Scrape()
    {
        _page.ResetWrittenCount();
        using (Scrape scrape = names.Length == 0
            ? registry.Scrape(ExpositionFormat.OpenMetrics)
            : registry.Scrape(ExpositionFormat.OpenMetrics, names))
        {
            while (scrape.WriteNext(_page, 4_096))
            {
            }
        }

        _families = PageReader.Read(_page.WrittenSpan, ExpositionFormat.OpenMetrics);
        Pages++;
        foreach (ReadFamily family in _families.Where(family => family.Type == "counter")) Follow(family);
    }

    internal double Latest(string sample) => Samples.Single(read => read.Name == sample).Value;

    internal double SumOf(string sample) => Samples.Where(read => read.Name == sample).Sum(read => read.Value);

    internal int CountOf(string prefix) => _families
        .Count(family => family.Name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>What the series of a counter gained from page to page, all together.</summary>
    internal double Increase(string sample) => _gained.GetValueOrDefault(sample);

    private void Follow(ReadFamily family)
    {
        Dictionary<string, double> created = family.Samples
            .Where(sample => sample.Name.EndsWith(Created, StringComparison.Ordinal))
            .ToDictionary(Labels, sample => sample.Value);
        foreach (ReadSample sample in family.Samples.Where(sample => sample.Name == family.Name + "_total"))
        {
            string series = sample.Name + Labels(sample);
            double began = created.GetValueOrDefault(Labels(sample));
            (double before, double beganBefore) = _before.GetValueOrDefault(series);
            bool isNew = beganBefore != began;
            if (!isNew && sample.Value < before)
                throw new InvalidOperationException($"{series} went from {before} back to {sample.Value}.");
            _gained[sample.Name] = _gained.GetValueOrDefault(sample.Name) + sample.Value - (isNew ? 0 : before);
            _before[series] = (sample.Value, began);
        }
    }

    private static string Labels(ReadSample sample) => string.Join(',', sample.Labels);
}
