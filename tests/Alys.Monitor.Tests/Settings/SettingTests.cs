using System.CommandLine;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class SettingTests
{
    [Fact]
    public void A_setting_is_an_option_with_its_help()
    {
        Option option = new Setting("pid-file", "FILE", "Watch it.").ToOption();
        Assert.Equal("--pid-file", option.Name);
        Assert.Equal("FILE", option.HelpName);
        Assert.Equal("Watch it.", option.Description);
    }

    [Fact]
    public void A_setting_without_a_value_is_a_flag()
    {
        Setting flag = new("stop", null, "End it.");
        Assert.True(flag.IsFlag);
        Assert.Equal(typeof(bool), flag.ToOption().ValueType);
    }
}
