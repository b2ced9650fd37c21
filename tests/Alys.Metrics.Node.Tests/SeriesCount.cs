using System.Globalization;

namespace Alys.Metrics.Node.Tests;

/// <summary>How many series a page has. A histogram's buckets, sum and count are series each, as they are for
/// Prometheus.</summary>
internal static class SeriesCount
{
    private const string Type = "# TYPE ";

    /// <summary>The series of each family of a page, but for those that are absent now.</summary>
    internal static IReadOnlyDictionary<string, int> ByFamily(string page)
    {
        var families = new Dictionary<string, int>();
        string family = "";
        foreach (string line in page.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(Type, StringComparison.Ordinal)) family = line[Type.Length..].Split(' ')[0];
            if (line[0] != '#') families[family] = families.GetValueOrDefault(family) + 1;
        }

        return families;
    }

    /// <summary>Prints them into the output of the test, the largest first.</summary>
    internal static void Print(IReadOnlyDictionary<string, int> series)
    {
        ITestOutputHelper? output = TestContext.Current.TestOutputHelper;
        foreach ((string family, int count) in series.OrderByDescending(family => family.Value))
            output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6}  {family}"));
        output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{series.Values.Sum(),6}  in all"));
    }
}
