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
    /// <param name="withSignOfZero">Whether it tells -0 from 0.</param>
    internal List<string> Differences(
        IEnumerable<ExpectedSample> read, bool withEmpty, bool withSignOfZero = true) => Differences(
        _samples, read, withEmpty,
        (one, other) => ExpectedSample.Bits(one.Value) == ExpectedSample.Bits(other)
            || (other == 0 && one.Value == 0 && !withSignOfZero)
            || Math.Abs(one.Value - other) < one.Value * one.Tolerance);

    /// <summary>The same for a store that keeps some 11 digits, no NaN, no sign of a zero, and what is nearly 0 as
    /// 0.</summary>
    internal List<string> RoughDifferences(IEnumerable<ExpectedSample> read) => Differences(
        _samples.Where(sample => !double.IsNaN(sample.Value)), read, withEmpty: false,
        (one, other) => one.Value == other
            || Math.Abs(one.Value - other) <= Math.Max(Math.Abs(one.Value) * 1e-10, 1e-290));

    private static List<string> Differences(
        IEnumerable<ExpectedSample> samples,
        IEnumerable<ExpectedSample> read,
        bool withEmpty,
        Func<ExpectedSample, double, bool> areEqual)
    {
        var differences = new List<string>();
        Dictionary<string, ExpectedSample> missing = samples.ToDictionary(sample => sample.Key(withEmpty));
        foreach (ExpectedSample sample in read)
        {
            if (sample.Name.StartsWith("alys_metrics_", StringComparison.Ordinal)) continue;
            string key = sample.Key(withEmpty);
            if (!missing.Remove(key, out ExpectedSample? expected))
                differences.Add($"too much: {key}");
            else if (!areEqual(expected, sample.Value))
                differences.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{key}: expected {expected.Value:R}, read {sample.Value:R}"));
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
