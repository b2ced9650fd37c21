using Alys.Monitor.Drills;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class DrillSettingsTests
{
    [Fact]
    public void Without_anything_nothing_is_played() => Assert.Empty(Read([]).Scenes);

    [Fact]
    public void All_are_all() => Assert.Equal(Scenes.All, Read([], "--all").Scenes);

    [Fact]
    public void Alerts_are_played_in_their_scenes_and_nothing_else_is()
    {
        DrillSettings settings = Read(["SyncStalled", "HostDiskFull"], "--at-once", "3");
        Assert.Equal(["HostDiskFull", "SyncStalled"], settings.Scenes.SelectMany(scene => scene.Alerts).Order());
        Assert.Equal(3, settings.AtOnce);
    }

    [Fact]
    public void As_shipped_the_clocks_are_not_changed() =>
        Assert.All(Read(["SyncStalled"], "--as-shipped").Scenes, scene => Assert.Equal(1, scene.Speed));

    [Theory]
    [InlineData("not both", "SyncStalled", "--all")]
    [InlineData("near are SyncStalled", "SyncStaled")]
    [InlineData("there is no alert 'xyz'; without a name, 'drill' lists all", "xyz")]
    [InlineData("--as-shipped needs the ALERT", null, "--as-shipped", "--all")]
    [InlineData("--at-once: '0'", "SyncStalled", "--at-once", "0")]
    public void Bad_use_is_said_by_name(string named, string? alert, params string[] arguments) => Assert.Contains(
        named,
        Assert.Throws<UsageException>(() => Read(alert is null ? [] : [alert], arguments)).Message,
        StringComparison.Ordinal);

    private static DrillSettings Read(IReadOnlyList<string> alerts, params string[] arguments) =>
        DrillSettings.Read(alerts, Given.Values(DrillSettings.All, arguments));
}
