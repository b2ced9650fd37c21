using System.Text.RegularExpressions;
using Alys.Checks.Catalogs;
using Alys.Checks.Reading;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Fixtures;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests;

/// <summary>Whoever renames something in the catalog is told of each place in rules, dashboards and runbooks that has
/// to follow. The places are looked for here by plain text.</summary>
public sealed class RenameTests
{
    [Fact]
    public void With_the_catalog_as_it_is_there_is_no_problem() => Assert.Empty(Find(Given.Catalog));

    [Theory]
    [InlineData("alys_sync_current_height")]
    [InlineData("alys_migration_rollbacks_total")]
    [InlineData("alys_block_production_duration_seconds")]
    public void A_renamed_metric_is_found_in_each_line_that_asks_for_it(string name) => AssertFound(
        "promql/unknown-metric",
        Renamed(name, family => family with { Name = name + "_2" }),
        Lines($@"\b{name}(_bucket|_sum|_count)?\b"));

    [Theory]
    [InlineData("alys_rpc_requests_total", "status")]
    [InlineData("alys_migration_comparisons_total", "result")]
    public void A_renamed_label_is_found_in_each_line_that_selects_by_it(string name, string label) => AssertFound(
        "promql/unknown-label",
        Renamed(name, family => family with
        {
            Labels = [.. family.Labels.Select(one => one.Name == label ? one with { Name = label + "_2" } : one)],
        }),
        Lines($@"\b{name}\{{[^}}]*\b{label}[!=]"));

    [Theory]
    [InlineData("alys_rpc_requests_total", "status", "server_error")]
    [InlineData("alys_slots_total", "outcome", "on_time")]
    public void A_renamed_value_is_found_in_each_line_that_selects_it(string name, string label, string value) =>
        AssertFound(
            "promql/unknown-label-value",
            Renamed(name, family => family with
            {
                Labels = [.. family.Labels.Select(one => one.Name == label ? Renamed(one, value) : one)],
            }),
            Lines($@"\b{name}\{{[^}}]*\b{label}[!=]~?\\?""([a-z_]*\|)*{value}\b"));

    private static MetricLabel Renamed(MetricLabel label, string value)
    {
        Assert.Contains(value, label.Values!);
        return label with { Values = [.. label.Values!.Select(one => one == value ? value + "_2" : one)] };
    }

    private static IReadOnlyList<CatalogMetric> Renamed(string name, Func<MetricFamily, MetricFamily> rename)
    {
        Assert.Contains(Given.Catalog, metric => metric.Family.Name == name);
        return
        [
            .. Given.Catalog.Select(metric =>
                metric.Family.Name == name ? metric with { Family = rename(metric.Family) } : metric),
        ];
    }

    private static void AssertFound(string check, IReadOnlyList<CatalogMetric> catalog, string[] places)
    {
        Assert.NotEmpty(places);
        string[] found =
        [
            .. Find(catalog).Where(problem => problem.Check == check)
                .Select(problem => $"{problem.Where.File.Path}:{problem.Where.Line}").Distinct(),
        ];
        Assert.Equal(places, found.Intersect(places).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<Problem> Find(IReadOnlyList<CatalogMetric> catalog) => CheckRun.Find(
        SubjectReader.Read(Repository.Files, catalog, Given.Others), AllChecks.List, Repository.Files);

    // Lines of rules, of queries in dashboards and of the queries in runbooks.
    private static string[] Lines(string pattern) =>
    [
        .. Repository.Files.SelectMany(Queries)
            .Where(line => Regex.IsMatch(line.Text, pattern))
            .Select(line => line.Place).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<(string Place, string Text)> Queries(SourceFile file)
    {
        bool isFenced = false;
        foreach ((int index, string line) in file.Text.Split('\n').Index())
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isFenced = line.StartsWith("```promql", StringComparison.Ordinal);
            string text = line.TrimStart();
            bool isQuery = Path.GetExtension(file.Path) switch
            {
                ".yml" => file.Path.Contains("/rules/", StringComparison.Ordinal) && text is not ['#', ..],
                ".json" => text.StartsWith("\"expr\":", StringComparison.Ordinal),
                _ => isFenced,
            };
            if (isQuery) yield return ($"{file.Path}:{index + 1}", line);
        }
    }
}
