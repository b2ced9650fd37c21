namespace Alys.Metrics.Node.Tests;

public sealed class WholeCatalogTests
{
    /// <summary>The project's limit for all that a node exposes, and what a registry admits. A quarter is left for the
    /// meters of .NET and of the application; WholePageTests of Alys.Metrics.Hosting.Tests has them too.</summary>
    private const int Budget = 10_000;

    [Fact]
    public void With_every_set_at_its_worst_it_is_within_the_budget_of_series()
    {
        IReadOnlyDictionary<string, int> series = SeriesCount.ByFamily(Page.Of(WholeCatalog.Make()));
        SeriesCount.Print(series);

        Assert.InRange(series.Values.Sum(), Budget / 2, Budget * 3 / 4);
    }

    [Fact]
    public void Every_closed_set_is_whole_and_nothing_is_absent()
    {
        MetricRegistry registry = WholeCatalog.Make();
        string page = Page.Of(registry);
        IReadOnlyDictionary<string, int> series = SeriesCount.ByFamily(page);

        foreach (MetricDescription metric in registry.Describe().Where(metric => metric.Labels.All(IsClosed)))
        {
            int buckets = metric.Type == "histogram" ? metric.Bounds.Count + 3 : 1;
            int sets = metric.Labels.Aggregate(1, (product, label) => product * label.Values!.Count);
            Assert.True(series.GetValueOrDefault(metric.Name) == buckets * sets, NotFilled(metric));
        }

        // What the registry has admitted is on the page, so gauges with open labels are there too.
        Assert.Equal($"{series.Values.Sum()}", Page.Value(registry, "alys_metrics_series"));
        Assert.DoesNotContain("_created", Page.Of(registry, ExpositionFormat.OpenMetrics), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_open_set_is_filled_until_values_are_refused()
    {
        MetricRegistry registry = WholeCatalog.Make();
        string page = Page.Of(registry);

        foreach (MetricDescription metric in registry.Describe().Where(metric => !metric.Labels.All(IsClosed)))
        {
            // An info has one series, and the registry's own families one for each family that can fail.
            if (metric.Type == "info" || metric.Labels[0].Name == "family") continue;
            string sample = metric.Type == "histogram" ? metric.Name + "_count" : metric.Name;
            string other = $"\n{sample}{{{metric.Labels[0].Name}=\"other\"";
            Assert.True(page.Contains(other, StringComparison.Ordinal), NotFilled(metric));
        }
    }

    [Fact]
    public void Every_histogram_of_a_stated_goal_has_the_goal_as_a_bound()
    {
        Dictionary<string, IReadOnlyList<double>> bounds = WholeCatalog.Make().Describe()
            .Where(metric => metric.Type == "histogram")
            .ToDictionary(metric => metric.Name, metric => metric.Bounds);

        foreach ((string name, double goal) in new (string, double)[]
        {
            ("alys_actor_message_latency_seconds", 0.01), ("alys_actor_message_latency_seconds", 0.025),
            ("alys_actor_message_latency_seconds", 0.1), ("alys_signature_collection_duration_seconds", 5),
            ("alys_pegin_processing_duration_seconds", 0.5), ("alys_pegout_duration_seconds", 120),
            ("alys_block_production_duration_seconds", 0.5), ("alys_block_import_duration_seconds", 0.1),
            ("alys_block_validation_duration_seconds", 0.05), ("alys_rpc_request_duration_seconds", 0.5),
        })
        {
            Assert.Contains(goal, bounds[name]);
        }
    }

    [Fact]
    public void What_is_said_of_the_most_series_is_what_a_full_page_has_or_one_set_more()
    {
        MetricRegistry registry = WholeCatalog.Make();
        IReadOnlyDictionary<string, int> series = SeriesCount.ByFamily(Page.Of(registry));
        IReadOnlyList<MetricDescription> metrics = registry.Describe();
        Assert.Equal(
            series.Keys.Order(StringComparer.Ordinal),
            metrics.Select(metric => metric.Name).Order(StringComparer.Ordinal));
        // Where a class admits no more than there is room for, the family's own "other" stays empty.
        Assert.All(metrics, metric => Assert.InRange(
            metric.MostSeries, series[metric.Name],
            series[metric.Name] + (metric.Type == "histogram" ? metric.Bounds.Count + 3 : 1)));
        Assert.InRange(metrics.Sum(metric => metric.MostSeries), Budget / 2, Budget * 3 / 4);
    }

    private static string NotFilled(MetricDescription metric) =>
        $"WholeCatalog.cs does not fill {metric.Name}: report it there";

    private static bool IsClosed(MetricLabel label) => label.Values is not null;
}
