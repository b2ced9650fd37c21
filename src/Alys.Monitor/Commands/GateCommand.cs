using System.CommandLine;
using Alys.Monitor.Gates;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Commands;

/// <summary><c>alys-monitor gate</c>: may the migration go on? 0: yes; 1: no; 2: nobody can tell.</summary>
internal static class GateCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Argument<string> PhaseArgument = new("PHASE")
    {
        Description = "The phase that the node is in: 0 to 10 or a name, such as actor-core.",
    };

    /// <summary>The verb with its argument and its options.</summary>
    public static Command Definition()
    {
        Command command = new(
            "gate", "Ask Prometheus whether a phase of the migration may go on. Ends with 0: yes; 1: no; 2: unknown.")
        {
            PhaseArgument,
        };
        foreach (Setting setting in GateSettings.All)
            command.Add(setting.ToOption());
        command.SetAction((parsed, stop) => RunAsync(
            GateSettings.Read(parsed.GetValue(PhaseArgument)!, SettingValues.From(parsed)),
            parsed.InvocationConfiguration.Output,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(GateSettings settings, TextWriter output, CancellationToken stop)
    {
        try
        {
            return await AskAsync(settings, output, stop);
        }
        catch (UsageException e) when (settings.Json)
        {
            // A program gets one object in any case; what people read is on standard error as ever.
            await output.WriteLineAsync(GateTable.ToJson(settings, e.Message));
            throw;
        }
    }

    private static async Task<int> AskAsync(GateSettings settings, TextWriter output, CancellationToken stop)
    {
        using HttpClient http = Loopback.ClientFor(settings.Prometheus, Patience);
        PrometheusApi prometheus = new(http, settings.Prometheus);
        try
        {
            IReadOnlyList<GateResult> results = await JudgeAsync(prometheus, settings, stop);
            await output.WriteLineAsync(
                settings.Json ? GateTable.ToJson(settings, results) : GateTable.ToText(settings, results));
            return GateResult.Of(results) switch
            {
                GateVerdict.Proceed => ExitCode.Fine,
                GateVerdict.Hold => ExitCode.ProblemsFound,
                _ => ExitCode.BadUse,
            };
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested)
        {
            // Elsewhere a signal ends a verb as it should; here 0 would let the migration go on.
            throw new UsageException("stopped before all was asked: nobody can tell", e);
        }
    }

    private static async Task<IReadOnlyList<GateResult>> JudgeAsync(
        PrometheusApi prometheus, GateSettings settings, CancellationToken stop)
    {
        await OneTargetAsync(prometheus, settings, stop);
        List<GateResult> results = [];
        foreach (GateCondition condition in GateConditions.Of(settings))
        {
            double? value = await prometheus.ValueAsync(condition.Query, stop);
            string note = condition.Name == "alerts" && value > 0 ? await FiringAsync(prometheus, stop) : "";
            results.Add(new GateResult(condition, value, note));
        }

        return results;
    }

    /// <summary>Two nodes in one answer would be added up, and one could hide the other.</summary>
    private static async Task OneTargetAsync(
        PrometheusApi prometheus, GateSettings settings, CancellationToken stop)
    {
        switch (await prometheus.ValueAsync(GateConditions.Targets(settings), stop))
        {
            case null:
                throw new UsageException(
                    $"Prometheus at {settings.Prometheus} has no target {{{settings.Selector}}}: "
                    + $"say which with {GateSettings.JobSetting.OptionName} and "
                    + GateSettings.InstanceSetting.OptionName);
            case > 1 and var count:
                throw new UsageException(
                    $"{count} targets are {{{settings.Selector}}}: say which one with "
                    + GateSettings.InstanceSetting.OptionName);
        }
    }

    private static async Task<string> FiringAsync(PrometheusApi prometheus, CancellationToken stop)
    {
        IReadOnlyList<PrometheusSample> alerts =
            await prometheus.AskAsync($"count by (alertname) ({GateConditions.Alerts})", stop);
        return string.Join(", ", alerts.Select(alert => alert.Labels.GetValueOrDefault("alertname", "?")).Order());
    }
}
