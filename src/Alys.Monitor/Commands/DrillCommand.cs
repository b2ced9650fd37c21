using System.CommandLine;
using Alys.Monitor.Drills;
using Alys.Monitor.Pictures;
using Alys.Monitor.Settings;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Commands;

/// <summary><c>alys-monitor drill</c>: lets things go wrong on a stage of its own and waits until the alerts have found
/// their way.</summary>
internal static class DrillCommand
{
    private static readonly Argument<string[]> AlertsArgument = new("ALERT")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The alerts; without one, all are listed.",
    };

    /// <summary>The verb with its arguments and its options.</summary>
    public static Command Definition()
    {
        Command command = new(
            "drill", "Let things go wrong on a stage of its own, on fast clocks, and wait for the alerts.")
        {
            AlertsArgument,
        };
        foreach (Setting setting in DrillSettings.All)
            command.Add(setting.ToOption());
        command.SetAction((parsed, stop) => RunAsync(
            DrillSettings.Read(parsed.GetValue(AlertsArgument) ?? [], SettingValues.From(parsed)),
            LiveLine.OnConsole(),
            TimeProvider.System,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(
        DrillSettings settings, LiveLine line, TimeProvider clock, CancellationToken stop)
    {
        if (settings.Scenes.Count == 0)
        {
            List(line);
            return ExitCode.Fine;
        }

        settings.Home.Create();
        await StageFolders.ClearAsync(Path.GetTempPath(), clock);
        string? countries = await new PeerCountries().TryFetchAsync(
            new Surroundings(settings.Home, line, clock), stop);
        StageTools tools = await StageTools.EnsureAsync(settings.Home, countries, line.Progress, stop);
        long started = clock.GetTimestamp();
        IReadOnlyList<DrillResult> results = await PlayAsync(settings, tools, line, clock, stop);
        line.Show("");
        if (settings.Scenes.Sum(scene => scene.Drills.Count) == Scenes.All.Sum(scene => scene.Drills.Count))
            ListExceptions(line);
        line.Write(DrillTable.Summary(results, clock.GetElapsedTime(started)));
        return results.All(result => result.Problem is null) ? ExitCode.Fine : ExitCode.ProblemsFound;
    }

    private static async Task<IReadOnlyList<DrillResult>> PlayAsync(
        DrillSettings settings, StageTools tools, LiveLine line, TimeProvider clock, CancellationToken stop)
    {
        line.Write(DrillTable.Header);
        int left = settings.Scenes.Sum(scene => scene.Drills.Sum(drill => drill.Alerts.Count));
        line.Progress($"alerts to come: {left}");
        List<DrillResult> all = [];
        await Parallel.ForEachAsync(
            settings.Scenes,
            new ParallelOptions { MaxDegreeOfParallelism = settings.AtOnce, CancellationToken = stop },
            async (scene, token) =>
            {
                IReadOnlyList<DrillResult> results = await SceneRun.PlayAsync(scene, tools, Say, clock, token);
                lock (all) all.AddRange(results);
            });
        return all;

        void Say(DrillResult result)
        {
            line.Write(DrillTable.Line(result));
            line.Progress($"alerts to come: {Interlocked.Decrement(ref left)}");
        }
    }

    private static void List(LiveLine line)
    {
        foreach (Scene scene in Scenes.All)
        {
            foreach (Drill drill in scene.Drills)
            {
                foreach (ExpectedAlert alert in drill.Alerts)
                    line.Write($"{alert.Name,-32} {drill.Trouble.Text}");
            }
        }

        ListExceptions(line);
    }

    private static void ListExceptions(LiveLine line)
    {
        foreach ((string alert, string reason) in Scenes.Exceptions)
            line.Write($"{alert,-32} not drilled: {reason}");
    }
}
