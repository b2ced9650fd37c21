using System.CommandLine;
using System.Net;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;
using Alys.Monitor.Watching;
using Microsoft.Extensions.Logging;

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

    private static async Task<int> RunAsync(MonitorSettings settings, CancellationToken stop)
    {
        Ports.EnsureFree(new UsedPort(settings.Listen, "the metrics", MonitorSettings.ListenSetting.OptionName));
        // A line at a time and no live line below it: what a service manager or a file keeps.
        LiveLine output = new(Console.Out, isTerminal: false, () => 0, TimeProvider.System);
        using LineLoggerProvider log = new(output.Write, TimeProvider.System);
        await using MonitorHost monitor = await MonitorHost.StartAsync(settings, log, stop);
        log.LogInformation(
            "Watching {What} every {Interval}; {Metrics} {Health} {Ready}{Reach}",
            settings,
            Durations.ToText(settings.Interval),
            settings.PageUrl("metrics"),
            settings.PageUrl("health"),
            settings.PageUrl("ready"),
            IPAddress.IsLoopback(settings.Listen.Address) ? "" : $" (open to other machines on {settings.Listen})");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        log.LogInformation("Stopping");
        return ExitCode.Fine;
    }
}
