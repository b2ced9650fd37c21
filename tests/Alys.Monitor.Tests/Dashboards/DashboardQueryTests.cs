using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Dashboards;

/// <summary>Every query of every panel, asked of the Prometheus of a running <c>up</c>: a pair of real nodes, rules,
/// Alertmanager, node exporter. Something is wrong with one node, so that the panels of alerts have some.</summary>
public sealed partial class DashboardQueryTests : IDisposable
{
    // Prometheus scrapes itself every 15 s, so a rate over its own counters needs more than half a minute.
    private const string Range = "90s";

    // Its alert waits for nothing, and the nodes go on as they did.
    private const string Fault = "state-root-mismatch";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(4);

    private readonly TemporaryHome _home = new(withSharedTools: true);
    private readonly IPEndPoint _server = FreePorts.Next();
    private readonly IPEndPoint _migrationRpc = FreePorts.Next();
    private readonly AlertingPorts _alerting = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Every_query_of_every_panel_is_answered_with_data()
    {
        await using MonitorProcess up = await StartAsync();
        await using RealPrometheus prometheus = new(_server);
        PanelQuery[] queries = [.. DashboardFile.All.SelectMany(dashboard => dashboard.Queries)];
        var series = new Dictionary<PanelQuery, int>();

        await Eventually.HoldsAsync(
            async () =>
            {
                foreach (PanelQuery query in queries.Where(query => series.GetValueOrDefault(query) == 0))
                    series[query] = await SeriesAsync(prometheus, query.Filled(Range));
                return queries.All(query => series[query] > 0 || EmptyPanels.Allow(query));
            },
            Long, "every query has data",
            () => string.Join('\n', queries.Where(query => series[query] == 0 && !EmptyPanels.Allow(query))));

        foreach (PanelQuery query in queries)
            TestContext.Current.TestOutputHelper?.WriteLine($"{series[query],4} series | {query}");
        PanelQuery[] empty = [.. queries.Where(query => series[query] == 0)];
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{DashboardFile.All.Sum(dashboard => dashboard.Panels.Count())} panels, {queries.Length} "
            + $"queries, {series.Values.Sum()} series; {empty.Length} queries are empty for a written reason");

        Assert.All(DashboardFile.All, dashboard => Assert.NotEmpty(dashboard.Queries));
        foreach (string query in DashboardFile.All.SelectMany(OtherQueries).Distinct())
            Assert.True(await SeriesAsync(prometheus, query) > 0, $"no data for a variable or an annotation: {query}");
    }

    [Fact]
    public void Every_reason_for_an_empty_panel_is_needed() => Assert.All(
        EmptyPanels.Reasons.Keys,
        part => Assert.Contains(
            DashboardFile.All.SelectMany(dashboard => dashboard.Queries),
            query => query.Expression.Contains(part, StringComparison.Ordinal)));

    /// <summary>What fills the variables and the annotations.</summary>
    private static IEnumerable<string> OtherQueries(DashboardFile dashboard) =>
    [
        .. dashboard.Variables.Where(variable => DashboardFile.Text(variable, "type") == "query")
            .Select(variable => LabelValues().Match(DashboardFile.Text(variable["query"]!, "query")))
            .Select(call => Filled($"count by ({call.Groups["label"].Value}) ({call.Groups["metric"].Value})")),
        .. dashboard.Annotations.Select(annotation => Filled(DashboardFile.Text(annotation, "expr"))),
    ];

    private static string Filled(string query) => new PanelQuery("", "", "", query).Filled(Range);

    /// <summary>How many series an answer has; 0 when all it says is NaN, of which a panel shows nothing.</summary>
    private static async Task<int> SeriesAsync(RealPrometheus prometheus, string query)
    {
        JsonElement data = await prometheus.PostAsync("api/v1/query", "query", query);
        JsonElement[] series = [.. data.GetProperty("result").EnumerateArray()];
        return series.Any(one => !double.IsNaN(Value(one))) ? series.Length : 0;
    }

    private static double Value(JsonElement series) =>
        double.Parse(series.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture);

    private async Task<MonitorProcess> StartAsync()
    {
        // A phase that is still going on has a time that is left; a few that are over have a duration.
        MonitorProcess up = MonitorProcess.Start([
            "up", "--home", _home.Root, "--phase-time", "30s", "--scrape-interval", "1s",
            "--listen", FreePorts.Next().ToString(), "--rpc-port", $"{FreePorts.Next().Port}",
            "--migration-port", $"{FreePorts.Next().Port}", "--migration-rpc-port", $"{_migrationRpc.Port}",
            "--prometheus-port", $"{_server.Port}", .. _alerting.Arguments]);
        await up.OutputHoldsAsync("Ctrl-C stops everything", Long);
        (int code, _, string errors) =
            await MonitorProcess.RunAsync("fault", Fault, "--for", "10m", "--node", $"http://{_migrationRpc}");
        Assert.True(code == 0, errors);
        return up;
    }

    [GeneratedRegex(@"^label_values\((?<metric>.+), (?<label>\w+)\)$")]
    private static partial Regex LabelValues();
}
