using System.Globalization;

namespace Alys.Metrics.Tests.Generated;

/// <summary>What a page must say, kept beside a registry while it is filled.</summary>
internal sealed class ExpectedPage
{
    private const int MostShown = 10;

    private readonly List<ExpectedSample> _samples = [];

    /// <summary>The families that have samples: without one, a family leaves no trace.</summary>
    internal List<ExpectedFamily> Families { get; } = [];

    internal int Count => _samples.Count;

    internal void Add(ExpectedFamily family, IEnumerable<ExpectedSample> samples)
    {
        int before = _samples.Count;
        _samples.AddRange(samples);
        if (_samples.Count > before) Families.Add(family);
    }

    /// <summary>What is missing, too much or different in what a parser read; empty when all is equal, value for value
    /// and bit for bit.</summary>
    /// <param name="read">What was read; the registry's samples of itself are passed over.</param>
    /// <param name="withEmpty">Whether the parser tells an empty label from none.</param>
    internal List<string> Differences(IEnumerable<ExpectedSample> read, bool withEmpty) =>
        Differences(
            _samples, read, withEmpty, (one, other) => ExpectedSample.Bits(one) == ExpectedSample.Bits(other));

    /// <summary>The same for a store that keeps 13 digits, no NaN, and no sign of a zero.</summary>
    internal List<string> RoughDifferences(IEnumerable<ExpectedSample> read) => Differences(
        _samples.Where(sample => !double.IsNaN(sample.Value)), read, withEmpty: false,
        (one, other) => one == other || Math.Abs(one - other) <= Math.Abs(one) * 1e-13);

    private static List<string> Differences(
        IEnumerable<ExpectedSample> samples,
        IEnumerable<ExpectedSample> read,
        bool withEmpty,
        Func<double, double, bool> areEqual)
    {
        var differences = new List<string>();
        Dictionary<string, double> missing = samples.ToDictionary(s => s.Key(withEmpty), s => s.Value);
        foreach (ExpectedSample sample in read)
        {
            if (sample.Name.StartsWith("alys_metrics_", StringComparison.Ordinal)) continue;
            string key = sample.Key(withEmpty);
            if (!missing.Remove(key, out double expected))
                differences.Add($"too much: {key}");
            else if (!areEqual(expected, sample.Value))
                differences.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{key}: expected {expected:R}, read {sample.Value:R}"));
        }

        differences.AddRange(missing.Keys.Select(key => $"missing: {key}"));
        return [.. differences.Take(MostShown)];
    }

    /// <summary>What is missing, too much or different in the metadata that a parser read.</summary>
    /// <param name="read">Name, type and help; the registry's families of itself are passed over.</param>
    /// <param name="format">The format that was read.</param>
    internal List<string> Differences(
        IEnumerable<(string Name, string Type, string Help)> read, ExpositionFormat format)
    {
        HashSet<(string, string, string)> expected =
            [.. Families.Select(family => (family.NameIn(format), family.TypeIn(format), family.Help))];
        HashSet<(string, string, string)> actual =
            [.. read.Where(family => !family.Name.StartsWith("alys_metrics_", StringComparison.Ordinal))];
        return
        [
            .. expected.Except(actual).Select(family => $"missing: {family}").Take(MostShown),
            .. actual.Except(expected).Select(family => $"too much: {family}").Take(MostShown),
        ];
    }
}
