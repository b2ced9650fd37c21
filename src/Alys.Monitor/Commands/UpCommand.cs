using System.CommandLine;
using Alys.Monitor.Settings;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Commands;

/// <summary><c>alys-monitor up</c>: everything at once on one machine.</summary>
internal static class UpCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Definition()
    {
        Command command = new(
            "up",
            "Run a v1 node, a v2 node that migrates, Prometheus and Alertmanager until Ctrl-C; or a monitor beside a "
                + "node.");
        foreach (Setting setting in UpSettings.All)
            command.Add(setting.ToOption());
        command.SetAction((parsed, stop) =>
            new UpSession(UpSettings.Read(SettingValues.From(parsed)), LiveLine.OnConsole(), TimeProvider.System)
                .RunAsync(stop));
        return command;
    }
}
