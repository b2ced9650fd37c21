using System.CommandLine;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

/// <summary>Values as a command line gives them.</summary>
internal static class Given
{
    public static ParseResult Parsed(IEnumerable<Setting> settings, params string[] arguments)
    {
        RootCommand command = [];
        foreach (Setting setting in settings)
            command.Add(setting.ToOption());
        ParseResult parsed = command.Parse(arguments);
        Assert.Empty(parsed.Errors);
        return parsed;
    }

    public static SettingValues Values(IEnumerable<Setting> settings, params string[] arguments) =>
        SettingValues.From(Parsed(settings, arguments));
}
