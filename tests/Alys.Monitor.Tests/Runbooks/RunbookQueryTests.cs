using System.Text;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Runbooks;

/// <summary>That the queries read metrics that exist is what <c>check</c> holds: Commands/CheckCommandTests.</summary>
public sealed class RunbookQueryTests
{
    [Fact]
    public async Task Prometheus_can_read_every_query() => Assert.Equal(
        "",
        await CheckAsync(Shelf.Runbooks.SelectMany(runbook =>
            runbook.Queries.Select((query, index) => ($"{runbook.Name}:{index + 1}", query)))));

    [Theory]
    [InlineData("sum by (instance (up)")]
    [InlineData("rate(up)")]
    [InlineData("no_function(up)")]
    public async Task A_query_that_it_cannot_read_is_found(string query) =>
        Assert.Contains("a:1", await CheckAsync([("a:1", query)]), StringComparison.Ordinal);

    /// <summary>What promtool says of queries as the rules of a file; empty when it takes them.</summary>
    private static async Task<string> CheckAsync(IEnumerable<(string Name, string Query)> queries)
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        StringBuilder rules = new("groups:\n  - name: runbooks\n    rules:\n");
        foreach ((string name, string query) in queries)
        {
            rules.Append("      - record: ").Append(name).Append("\n        expr: |\n");
            foreach (string line in query.TrimEnd().Split('\n'))
                rules.Append("          ").Append(line).Append('\n');
        }

        string path = home.Write("rules.yml", rules.ToString());
        (int code, string errors) = await ToolRun.RunAsync(
            package.Promtool, ["check", "rules", path], home.Root, _ => { }, cancellation);
        return code == 0 ? "" : $"exit code {code}: {errors}";
    }
}
