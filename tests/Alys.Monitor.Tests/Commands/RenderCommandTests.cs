using Alys.Monitor.Commands;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Commands;

public sealed class RenderCommandTests
{
    [Fact]
    public async Task It_writes_a_rule_file_for_each_template_beside_the_settings()
    {
        using TemporaryHome home = new();
        Directory.CreateDirectory(home.PathOf("templates"));
        home.Write("templates/a.yml", "@slot@");
        string settings = home.Write("settings.yml", "slot: 5");
        using StringWriter output = new();
        Assert.Equal(
            ExitCode.Fine,
            await RenderCommand.RunAsync(settings, null, null, output, TestContext.Current.CancellationToken));
        Assert.EndsWith("\n5", await File.ReadAllTextAsync(
            home.PathOf("rules/a.yml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_writes_manifests_where_it_is_told_to_or_into_the_folder_for_them()
    {
        using TemporaryHome home = new();
        Directory.CreateDirectory(home.PathOf("prometheus/templates"));
        Directory.CreateDirectory(home.PathOf("kubernetes"));
        home.Write("prometheus/templates/a.yml", "groups:\n  - name: @name@\n");
        home.Write("prometheus/prometheus.yml", Resources.Text("prometheus.yml"));
        string settings = home.Write("prometheus/settings.yml", "name: b");
        foreach (string? folder in new[] { null, home.PathOf("elsewhere") })
        {
            Assert.Equal(
                ExitCode.Fine,
                await RenderCommand.RunAsync(
                    settings, null, folder, TextWriter.Null, TestContext.Current.CancellationToken));
            Assert.Contains("\n  - name: b\n", await File.ReadAllTextAsync(
                Path.Combine(folder ?? home.PathOf("kubernetes"), "rules.yaml"),
                TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Settings_that_are_not_there_are_bad_use()
    {
        using TemporaryHome home = new();
        UsageException error = await Assert.ThrowsAsync<UsageException>(() => RenderCommand.RunAsync(
            home.PathOf("none.yml"), null, null, TextWriter.Null, TestContext.Current.CancellationToken));
        Assert.StartsWith("cannot render: ", error.Message, StringComparison.Ordinal);
    }
}
