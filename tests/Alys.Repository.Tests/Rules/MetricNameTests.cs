using System.Text.RegularExpressions;
using Alys.Repository.Tests.Recipes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Alys.Repository.Tests.Rules;

public sealed partial class MetricNameTests
{
    private const string Catalog = "src/Alys.Metrics.Node/";

    // What the registry and its endpoint say of themselves.
    private static readonly string[] Own = ["src/Alys.Metrics/", "src/Alys.Metrics.Hosting/Endpoints/"];

    [Fact]
    public void A_metric_name_is_written_once_in_the_catalog() => Finding.AssertNone(
        FindRepeated(Checkout.CSharp.Where(IsCatalog)),
        $"Make each metric in one place of {Catalog} (or {string.Join(", ", Own)}) and share it.");

    [Fact]
    public void Every_metric_that_is_named_elsewhere_is_in_the_catalog()
    {
        HashSet<string> catalog = [.. Checkout.CSharp.Where(IsCatalog).SelectMany(Names).Select(name => name.Name)];
        Assert.NotEmpty(catalog);
        HashSet<string> example = [.. catalog, .. Recipe.AddMetric.Code.SelectMany(Names).Select(name => name.Name)];
        Finding.AssertNone(
            Checkout.Files.Where(MayName)
                .SelectMany(file => FindUnknown(file, file.Path == Recipe.Document ? example : catalog)),
            $"No metric has these names: correct them, or add the metric to {Catalog}.");
    }

    [Fact]
    public void A_name_that_is_written_twice_is_found()
    {
        SourceFile[] files =
        [
            new("src/Alys.Metrics.Node/A.cs", "class A { string X = \"alys_a\"; string Y = \"alys_b\"; }"),
            new("src/Alys.Metrics.Node/B.cs", "class B {\nstring X = \"alys_a\"; }"),
        ];
        Assert.Equal(
            ["src/Alys.Metrics.Node/B.cs:2: alys_a is written in src/Alys.Metrics.Node/A.cs too"],
            FindRepeated(files).Select(finding => finding.ToString()));
    }

    [Theory]
    [InlineData("look at `alys_peers`")]
    [InlineData("expr: rate(alys_peer_total[5m])")]
    [InlineData("alys_other_*")]
    public void An_unknown_name_is_found(string text) =>
        Assert.Single(FindUnknown(new SourceFile("A.md", text), ["alys_peer_count"]));

    [Theory]
    [InlineData("alys_peer_count{x=\"y\"}")]
    [InlineData("alys_latency_seconds_bucket alys_latency_seconds_sum alys_latency_seconds_count")]
    [InlineData("alys_peer_* and alys_*")]
    [InlineData("alys-monitor, my_alys_thing, alys_")]
    public void A_known_name_its_samples_and_groups_of_names_are_fine(string text) =>
        Assert.Empty(FindUnknown(new SourceFile("A.md", text), ["alys_peer_count", "alys_latency_seconds"]));

    internal static IEnumerable<Finding> FindRepeated(IEnumerable<SourceFile> files)
    {
        var seen = new Dictionary<string, string>();
        foreach (SourceFile file in files)
        {
            foreach ((string name, int line) in Names(file))
            {
                if (!seen.TryAdd(name, file.Path))
                    yield return file.At(line, $"{name} is written in {seen[name]} too");
            }
        }
    }

    private static IEnumerable<Finding> FindUnknown(SourceFile file, HashSet<string> catalog) =>
        from line in file.Lines.Index()
        from Match name in Mention().Matches(line.Item)
        where !IsKnown(name.Groups["name"].Value, name.Groups["group"].Success, catalog)
        select file.At(line.Index + 1, $"no metric {name.Value}");

    private static bool IsKnown(string name, bool isGroup, HashSet<string> catalog) => isGroup
        ? catalog.Any(known => known.StartsWith(name, StringComparison.Ordinal))
        : catalog.Contains(name) || catalog.Contains(SampleSuffix().Replace(name, ""));

    internal static IEnumerable<(string Name, int Line)> Names(SourceFile file) =>
        file.Syntax.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) && Whole().IsMatch(token.ValueText))
            .Select(token => (token.ValueText, token.GetLocation().GetLineSpan().StartLinePosition.Line + 1));

    private static bool IsCatalog(SourceFile file) =>
        file.Ending == ".cs" && Own.Append(Catalog).Any(path => file.Path.StartsWith(path, StringComparison.Ordinal));

    // Documents, rules and dashboards, and sources; tests and benchmarks may make names up.
    // Cases of checks are about names that are wrong.
    private static bool MayName(SourceFile file) =>
        !IsCatalog(file) && !file.Path.StartsWith("docs/checks/", StringComparison.Ordinal)
        && (file.Ending is ".md" or ".yml" or ".yaml" or ".json"
            || file.Path.StartsWith("src/", StringComparison.Ordinal));

    [GeneratedRegex("^alys(_[a-z0-9]+)+$")]
    private static partial Regex Whole();

    // A name, or a group of names such as "alys_collector_*"; "alys_" alone is a prefix that is talked about.
    [GeneratedRegex(@"(?<!\w)(?<name>alys_(?:[a-z0-9_]*[a-z0-9]|(?=\*)))(?<group>_?\*)?")]
    private static partial Regex Mention();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex SampleSuffix();
}
