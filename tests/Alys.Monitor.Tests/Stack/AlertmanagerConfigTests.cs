using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class AlertmanagerConfigTests
{
    [Fact]
    public void The_place_of_the_webhook_changes_for_every_receiver_and_nothing_else()
    {
        string[] committed = Resources.Text("alertmanager.yml").Split('\n');
        string[] rendered = AlertmanagerConfig.Render(Loopback.At(1095)).Split('\n');
        Assert.Equal(committed.Length, rendered.Length);
        Assert.Equal(
            [
                "      - url: http://127.0.0.1:1095/alerts", "      - url: http://127.0.0.1:1095/alerts",
                "      - url: http://127.0.0.1:1095/alerts", "      - url: http://127.0.0.1:1095/watchdog",
            ],
            rendered.Where((line, i) => line != committed[i]));
    }

    [Fact]
    public async Task It_is_written_with_the_templates_beside_it_and_accepted()
    {
        using TemporaryHome home = new(withSharedTools: true);
        string path = await AlertmanagerConfig.WriteAsync(
            home.Home, AlertmanagerConfig.Render(Loopback.At(1095)), TestContext.Current.CancellationToken);
        Assert.Contains(
            "1 templates", await Amtool.RunAsync(home, "check-config", path), StringComparison.Ordinal);
    }
}
