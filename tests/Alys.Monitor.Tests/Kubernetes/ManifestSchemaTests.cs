using System.Text.Json.Nodes;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Kubernetes;

/// <summary>The manifests beside the types of prometheus-operator, which npm has as models with their checks.</summary>
public sealed class ManifestSchemaTests
{
    private static readonly string[] Mistakes =
    [
        "sampelLimit", "/interval must match", "bodySizeLimit must be string", "/action must be equal", "\"expr\"",
        "/for must match",
    ];

    private static JsonObject[] Committed =>
    [
        .. Directory.EnumerateFiles(Path.Combine(ShippedAlerts.Monitoring, "kubernetes"))
            .SelectMany(path => Yaml.Documents(File.ReadAllText(path))),
    ];

    [Fact]
    public async Task Prometheus_operator_takes_what_is_committed_and_no_mistake_in_it()
    {
        JsonObject[] manifests = Committed;
        Assert.Equal(["PodMonitor", "PrometheusRule"], manifests.Select(Kind).Distinct().Order());
        Assert.Empty(await ProblemsAsync(manifests));

        // All in one run, for the compiler is slow.
        IReadOnlyList<string> problems = await ProblemsAsync(
            Broken("PodMonitor", spec => spec["sampelLimit"] = 1),
            Broken("PodMonitor", spec => spec["podMetricsEndpoints"]![0]!["interval"] = "15 s"),
            Broken("PodMonitor", spec => spec["bodySizeLimit"] = 16),
            Broken("PodMonitor", spec => spec["podMetricsEndpoints"]![0]!["relabelings"]![0]!["action"] = "set"),
            Broken("PrometheusRule", spec => spec["groups"]![0]!["rules"]![0]!.AsObject().Remove("expr")),
            Broken("PrometheusRule", spec => spec["groups"]![0]!["rules"]![0]!["for"] = "soon"));
        Assert.All(Mistakes, mistake => Assert.Contains(
            problems, problem => problem.Contains(mistake, StringComparison.Ordinal)));
    }

    private static JsonObject Broken(string kind, Action<JsonNode> change)
    {
        JsonObject broken = Committed.First(manifest => Kind(manifest) == kind).DeepClone().AsObject();
        change(broken["spec"]!);
        return broken;
    }

    private static string Kind(JsonObject manifest) => (string)manifest["kind"]!;

    private static async Task<IReadOnlyList<string>> ProblemsAsync(params JsonObject[] manifests)
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
            return problems;
        }
        finally
        {
            File.Delete(path);
            File.Delete(Path.ChangeExtension(path, ".mts"));
        }
    }
}
