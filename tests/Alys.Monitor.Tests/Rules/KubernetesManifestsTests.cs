using System.Text.Json.Nodes;
using Alys.Monitor.Rules;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Rules;

public sealed class KubernetesManifestsTests
{
    private static readonly string Folder = Path.Combine(ShippedAlerts.Monitoring, "kubernetes");

    private static readonly IReadOnlyDictionary<string, string> Rendered = KubernetesManifests.Render(
        CommittedRules.Names("rules").ToDictionary(name => name, name => CommittedRules.Text("rules/" + name)),
        CommittedRules.Text("prometheus.yml"));

    private static IEnumerable<JsonObject> Rules => Yaml.Documents(Rendered[KubernetesManifests.RulesFile]);

    [Fact]
    public void The_manifests_are_what_rules_and_configuration_say()
    {
        foreach ((string file, string text) in Rendered)
        {
            string path = Path.Combine(Folder, file);
            if (Environment.GetEnvironmentVariable("ALYS_REFRESH") == "1") File.WriteAllText(path, text);
            Assert.True(
                File.Exists(path) && File.ReadAllText(path) == text,
                $"{path} is stale: run ALYS_REFRESH=1 ./alys test Alys.Monitor");
        }

        Assert.Equal(
            Rendered.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_group_of_rules_is_there_once_and_is_the_same()
    {
        Dictionary<string, string> groups = Rules.SelectMany(rule => rule["spec"]!["groups"]!.AsArray())
            .ToDictionary(group => (string)group!["name"]!, group => group!.ToJsonString());
        Dictionary<string, string> files = CommittedRules.Names("rules")
            .SelectMany(name => Yaml.Object(CommittedRules.Text("rules/" + name))["groups"]!.AsArray())
            .ToDictionary(group => (string)group!["name"]!, group => group!.ToJsonString());
        Assert.Equal(files.OrderBy(group => group.Key), groups.OrderBy(group => group.Key));
    }

    [Fact]
    public void What_a_monitored_cluster_has_already_is_apart()
    {
        JsonObject[] rules = [.. Rules];
        Assert.Equal(["alys", "alys-stack"], rules.Select(rule => (string?)rule["metadata"]!["name"]));
        Assert.Equal(
            ["host", "prometheus"],
            rules[1]["spec"]!["groups"]!.AsArray().Select(group => (string?)group!["name"]));
    }

    [Fact]
    public async Task Promtool_finds_nothing_wrong_with_the_rules_in_them()
    {
        using TemporaryHome home = new();
        string[] files =
        [
            .. Rendered[KubernetesManifests.RulesFile].Split("\n---\n").Select((text, index) => home.Write(
                $"{index}.yml",
                text[(text.IndexOf("spec:\n", StringComparison.Ordinal) + "spec:\n  ".Length)..] + "\n")),
        ];
        (int code, string said) = await Promtool.RunAsync(
            home.Root, ["check", "rules", "--lint=all", "--lint-fatal", .. files]);
        Assert.True(code == 0, said);
    }

    [Fact]
    public void Pods_are_scraped_with_the_labels_and_limits_of_the_configuration()
    {
        JsonObject configuration = Yaml.Object(CommittedRules.Text("prometheus.yml"));
        JsonObject[] jobs = [.. configuration["scrape_configs"]!.AsArray().Select(job => job!.AsObject())
            .Where(job => job.ContainsKey("file_sd_configs"))];
        JsonObject[] monitors = [.. Yaml.Documents(Rendered[KubernetesManifests.MonitorsFile])];
        Assert.Equal(jobs.Select(job => (string?)job["job_name"]), monitors.Select(Job));
        Assert.All(jobs.Zip(monitors), pair =>
        {
            JsonNode spec = pair.Second["spec"]!;
            Assert.Equal(pair.First["sample_limit"]?.ToString(), spec["sampleLimit"]?.ToString());
            Assert.Equal(pair.First["label_limit"]?.ToString(), spec["labelLimit"]?.ToString());
            Assert.Equal((string?)pair.First["body_size_limit"], (string?)spec["bodySizeLimit"]);
            Assert.Equal(
                (string?)configuration["global"]!["scrape_interval"],
                (string?)spec["podMetricsEndpoints"]![0]!["interval"]);
        });
    }

    [Theory]
    [InlineData("", "prometheus.yml has no scrape_interval in global")]
    [InlineData("  scrape_interval: 15s\n", "prometheus.yml has no job with a file of nodes/")]
    [InlineData(
        "  scrape_interval: 15s\n  - job_name: a\n    file_sd_configs:\n      - files: [nodes/a.yml]\n",
        "prometheus.yml has no sample_limit in a")]
    public void A_configuration_without_what_they_need_is_said(string prometheus, string message) => Assert.Equal(
        message,
        Assert.Throws<UsageException>(() => KubernetesManifests.Render(new Dictionary<string, string>(), prometheus))
            .Message);

    // The job that its relabeling gives every target.
    private static string? Job(JsonObject monitor) =>
        (from relabeling in monitor["spec"]!["podMetricsEndpoints"]![0]!["relabelings"]!.AsArray()
         where (string?)relabeling!["targetLabel"] == "job"
         select (string?)relabeling!["replacement"]).Single();
}
