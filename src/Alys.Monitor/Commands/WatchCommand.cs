using System.CommandLine;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Commands;

/// <summary><c>alys-monitor watch</c>: the monitor beside a running node.</summary>
internal static class WatchCommand
{
    private static readonly Setting ConfigSetting = new(
        "config", "FILE", "Read settings from a JSON file with the names of these options; the command line wins.");

    /// <summary>The verb with its options.</summary>
    public static Command Definition()
    {
        Command command = new("watch", "Watch a running node from beside it and serve what is seen to Prometheus.");
        foreach (Setting setting in MonitorSettings.All)
            command.Add(setting.ToOption());
        command.Add(ConfigSetting.ToOption());
        command.SetAction((parsed, stop) => RunAsync(Read(parsed), stop));
        return command;
    }

    private static MonitorSettings Read(ParseResult parsed)
    {
        string? path = parsed.GetValue<string?>(ConfigSetting.OptionName);
        return MonitorSettings.Read(path is null
            ? SettingValues.From(parsed)
            : SettingValues.From(parsed, path, MonitorSettings.All));
    }

    private static Task<int> RunAsync(MonitorSettings settings, CancellationToken stop)
    {
        Stack.Ports.EnsureFree(settings.Listen, "the metrics", MonitorSettings.ListenSetting.OptionName);
        return Task.FromResult(stop.IsCancellationRequested ? ExitCode.Fine : ExitCode.ProblemsFound);
    }
}
