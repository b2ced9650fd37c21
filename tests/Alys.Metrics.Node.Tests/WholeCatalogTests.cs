using System.Globalization;

namespace Alys.Metrics.Node.Tests;

public sealed class WholeCatalogTests
{
    /// <summary>The project's limit for all that a node exposes.</summary>
    private const int Budget = 10_000;

    [Fact]
    public void With_every_set_at_its_worst_it_is_within_the_budget_of_series()
    {
        Dictionary<string, int> families = Page.Of(WholeCatalog.Make()).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .GroupBy(line => line.Split('{', ' ')[0])
            .ToDictionary(family => family.Key, family => family.Count());
        foreach ((string family, int samples) in families.OrderByDescending(family => family.Value))
            TestContext.Current.TestOutputHelper?.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{samples,6}  {family}"));

        Assert.InRange(families.Values.Sum(), 1_000, Budget / 2);
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
    public void The_reference_is_what_the_catalog_has()
    {
        string path = Path.Combine(Root(), "docs", "reference", "metrics.md");
        string page = ReferencePage.Of(WholeCatalog.Make().Describe());
        if (Environment.GetEnvironmentVariable("ALYS_REFRESH") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == page, $"{path} is stale: run {ReferencePage.Refresh}");
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Alys.Monitoring.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
