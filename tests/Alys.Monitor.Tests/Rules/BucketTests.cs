using System.Globalization;
using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Rules;

/// <summary>What the rules take for granted of the buckets of histograms, held to the reference of metrics.</summary>
public sealed partial class BucketTests
{
    private static readonly Dictionary<string, double[]> Buckets = Histogram()
        .Matches(File.ReadAllText(Path.Combine(CommittedRules.Home, "../../docs/reference/metrics.md")))
        .ToDictionary(
            match => match.Groups["name"].Value,
            match => match.Groups["bounds"].Value.Split(',').Select(Number).ToArray());

    private static IEnumerable<RuleText> Rules => RuleFileText.All.SelectMany(file => file.Rules);

    [Fact]
    public void A_limit_of_a_quantile_is_below_the_highest_bucket()
    {
        RuleText[] quantiles =
            [.. Rules.Where(rule => rule.Expression.Contains("histogram_quantile", StringComparison.Ordinal))];
        Assert.NotEmpty(quantiles);
        Assert.All(quantiles, quantile =>
        {
            double highest = Buckets[Bucket().Match(quantile.Expression).Groups["name"].Value].Max();
            double[] limits = [.. Rules.Where(rule => rule.IsAlert).SelectMany(rule => Limits(rule, quantile.Name))];
            Assert.NotEmpty(limits);
            Assert.All(limits, limit => Assert.True(limit < highest, $"{quantile.Name} never exceeds {limit}"));
        });
    }

    [Fact]
    public void A_bucket_that_is_chosen_exists()
    {
        Match[] chosen = [.. Rules.SelectMany(rule => ChosenBucket().Matches(rule.Expression))];
        Assert.NotEmpty(chosen);
        Assert.All(chosen, match =>
            Assert.Contains(Number(match.Groups["bound"].Value), Buckets[match.Groups["name"].Value]));
    }

    private static IEnumerable<double> Limits(RuleText alert, string record) =>
        Regex.Matches(alert.Expression, record + @"(?:\{[^}]*\})? > (?<limit>[\d.]+)")
            .Select(match => Number(match.Groups["limit"].Value));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^### `(?<name>\w+)`\n\nhistogram, .*\n(?:(?!###|- buckets).*\n)*- buckets: (?<bounds>.+(?:\n  .+)*)$",
        RegexOptions.Multiline)]
    private static partial Regex Histogram();

    [GeneratedRegex(@"(?<name>\w+)_bucket\b")]
    private static partial Regex Bucket();

    [GeneratedRegex("""(?<name>\w+)_bucket\{le=~?"(?<bound>[\d.]+\d|\d+)""")]
    private static partial Regex ChosenBucket();
}
