using Alys.Monitor.Drills;
using Alys.Monitor.Settings;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Commands;

public sealed class DrillCommandTests
{
    [Fact]
    public async Task Help_names_every_setting()
    {
        (_, string output, _) = await MonitorProcess.RunAsync("drill", "--help");
        Assert.All(DrillSettings.All, setting => Assert.Contains(setting.OptionName, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_alert_all_are_listed_with_what_is_done_for_them()
    {
        (int code, string output, _) = await MonitorProcess.RunAsync("drill");
        Assert.Equal(0, code);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("SyncStalled                      fault sync-stalled", lines);
        Assert.Equal(
            Scenes.Exceptions.Count + Scenes.All.Sum(scene => scene.Drills.Sum(drill => drill.Alerts.Count)),
            lines.Length);
    }

    [Fact]
    public async Task An_alert_that_is_none_is_bad_use()
    {
        (int code, _, string errors) = await MonitorProcess.RunAsync("drill", "SyncStaled");
        Assert.Equal(2, code);
        Assert.Equal("alys-monitor: there is no alert 'SyncStaled'; near are SyncStalled, SyncFailed\n", errors);
    }
}
