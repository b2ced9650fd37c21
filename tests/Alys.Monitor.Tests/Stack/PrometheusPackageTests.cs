using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class PrometheusPackageTests
{
    [Fact]
    public async Task Server_promtool_and_the_files_of_its_pages_are_there()
    {
        using TemporaryHome home = new(withSharedTools: true);
        PrometheusPackage package =
            await PrometheusPackage.EnsureAsync(home.Home, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(Executables.IsExecutable(package.Program));
        Assert.True(Executables.IsExecutable(package.Promtool));
        string? assets = (package.AssetArguments is [var first, ..] ? first : null)?.Split('=')[1];
        // One from PATH finds its pages itself. An unpacked one needs what Debian keeps in other packages.
        if (assets is not null)
        {
            Assert.True(File.Exists(assets + "templates/graph.html"));
            Assert.All(
                ["bootstrap4", "d3", "eonasdan-bootstrap-datetimepicker", "jquery", "jquery-hotkeys", "moment",
                    "moment-timezone", "mustache", "popper.js", "rickshaw"],
                link => Assert.True(Directory.Exists(assets + "static/" + link), $"{link} leads nowhere"));
        }
    }
}
