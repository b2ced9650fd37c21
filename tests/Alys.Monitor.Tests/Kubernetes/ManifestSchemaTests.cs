using System.Globalization;
using System.Text.Json.Nodes;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Kubernetes;

/// <summary>The manifests beside the types of prometheus-operator, which npm has as models with their checks.</summary>
public sealed class ManifestSchemaTests
{
    private static JsonObject[] Committed =>
    [
        .. Directory.EnumerateFiles(Path.Combine(ShippedAlerts.Monitoring, "kubernetes"))
            .SelectMany(path => Yaml.Documents(File.ReadAllText(path))),
    ];

    [Fact]
    public async Task Prometheus_operator_takes_what_is_committed_and_no_mistake_in_it()
    {
        JsonObject[] committed = Committed;
        Assert.Equal(["PodMonitor", "PrometheusRule"], committed.Select(Kind).Distinct().Order());
        (JsonObject Manifest, string Problem)[] broken =
        [
            (Broken("PodMonitor", spec => spec["sampelLimit"] = 1), "sampelLimit"),
            (Broken("PodMonitor", spec => Endpoint(spec)["interval"] = "15 s"), "/interval must match"),
            (Broken("PodMonitor", spec => spec["bodySizeLimit"] = 16), "bodySizeLimit must be string"),
            (Broken("PodMonitor", spec => Relabeling(spec)["action"] = "set"), "/action must be equal"),
            (Broken("PrometheusRule", spec => Rule(spec).Remove("expr")), "\"expr\""),
            (Broken("PrometheusRule", spec => Rule(spec)["for"] = "soon"), "/for must match"),
        ];

        // All in one run, for the compiler is slow.
        ILookup<int, string> problems = await ProblemsAsync([.. committed, .. broken.Select(one => one.Manifest)]);

        Assert.All(Enumerable.Range(0, committed.Length), index => Assert.Empty(problems[index]));
        Assert.All(broken.Index(), one => Assert.Contains(
            problems[committed.Length + one.Index],
            problem => problem.Contains(one.Item.Problem, StringComparison.Ordinal)));
    }

    private static JsonObject Broken(string kind, Action<JsonNode> change)
    {
        JsonObject broken = Committed.First(manifest => Kind(manifest) == kind).DeepClone().AsObject();
        change(broken["spec"]!);
        return broken;
    }

    private static JsonObject Endpoint(JsonNode spec) => spec["podMetricsEndpoints"]![0]!.AsObject();

    private static JsonObject Relabeling(JsonNode spec) => Endpoint(spec)["relabelings"]![0]!.AsObject();

    private static JsonObject Rule(JsonNode spec) => spec["groups"]![0]!["rules"]![0]!.AsObject();

    private static string Kind(JsonObject manifest) => (string)manifest["kind"]!;

    /// <summary>What is wrong, by the place of the manifest.</summary>
    private static async Task<ILookup<int, string>> ProblemsAsync(JsonObject[] manifests)
    {
        string packages = await NpmFolder.EnsureAsync(
            "kubernetes-schema", Path.Combine(AppContext.BaseDirectory, "Kubernetes", "Schema"));
        // Beside the packages: that is where node looks for them.
        string path = Path.Combine(packages, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(
            path, new JsonArray([.. manifests.Select(manifest => manifest.DeepClone())]).ToJsonString(),
            TestContext.Current.CancellationToken);
        try
        {
            List<string> problems = [];
            (int code, string errors) = await ToolRun.RunAsync(
                Executables.Find("node")!, ["check.mjs", path], packages, problems.Add,
                TestContext.Current.CancellationToken);
            Assert.True(code == 0, errors);
            return problems.Select(line => line.Split(": ", 2))
                .ToLookup(parts => int.Parse(parts[0], CultureInfo.InvariantCulture), parts => parts[1]);
        }
        finally
        {
            File.Delete(path);
            File.Delete(Path.ChangeExtension(path, ".mts"));
        }
    }
}
