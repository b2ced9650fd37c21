using System.Text.Json;
using Alys.Checks.Catalogs;
using Alys.Monitor.Checking;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Tests.Runbooks;

namespace Alys.Monitor.Tests.Commands;

public sealed class CatalogCommandTests
{
    [Fact]
    public async Task Every_metric_has_a_line()
    {
        (int code, string output, string errors) = await MonitorProcess.RunAsync("catalog");
        Assert.Equal("", errors);
        Assert.Equal(0, code);
        Assert.Equal(
            NodeCatalog.Read().Select(metric => metric.Family.Name),
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Programs_get_labels_with_their_values_and_bounds()
    {
        (_, string output, _) = await MonitorProcess.RunAsync(
            "catalog", "--format", "json",
            "alys_migration_validations_total", "alys_block_production_duration_seconds");
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement histogram = json.RootElement[0];
        Assert.Equal("histogram", histogram.GetProperty("type").GetString());
        Assert.Equal("seconds", histogram.GetProperty("unit").GetString());
        Assert.Equal(0.05, histogram.GetProperty("bounds")[0].GetDouble());
        JsonElement result = json.RootElement[1].GetProperty("labels")[1];
        Assert.Equal("result", result.GetProperty("name").GetString());
        Assert.Equal(
            ["passed", "failed"], result.GetProperty("values").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task Markdown_has_a_section_for_each()
    {
        (_, string output, _) = await MonitorProcess.RunAsync("catalog", "alys_sync_state", "--format", "markdown");
        Assert.Contains("\n## sync\n\n### `alys_sync_state`\n\ngauge, 1 series: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reference_is_what_the_command_prints()
    {
        string path = Path.Combine(Shelf.Root, "docs", "reference", "metrics.md");
        (_, string output, _) = await MonitorProcess.RunInAsync(Shelf.Root, "catalog", "--format", "markdown");
        Assert.True(
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) == output,
            $"{path} is stale: run {ReferencePage.Refresh}");
        Assert.Contains("\n- runbooks: SyncFailed, SyncSlow\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no metric has alys_nothing in its name", "alys_nothing")]
    [InlineData("--format: 'xml' is none of table, json, markdown", "--format", "xml")]
    public async Task Bad_use_is_said_in_one_line(string said, params string[] arguments)
    {
        (int code, string output, string errors) = await MonitorProcess.RunAsync(["catalog", .. arguments]);
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(said, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }
}
