using Alys.Monitor.Settings;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Commands;

public sealed class UpCommandTests
{
    [Fact]
    public async Task Help_names_every_setting()
    {
        (_, string output, _) = await MonitorProcess.RunAsync("up", "--help");
        Assert.All(UpSettings.All, setting => Assert.Contains(setting.OptionName, output, StringComparison.Ordinal));
    }
}
