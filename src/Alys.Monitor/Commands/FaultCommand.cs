using System.CommandLine;
using Alys.Monitor.Faults;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.PromQL;

namespace Alys.Monitor.Commands;

/// <summary><c>alys-monitor fault</c>: lets something go wrong in a development node for a while.</summary>
internal static class FaultCommand
{
    // Some faults make a node slow, and it must still be possible to end them.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Argument<string?> NameArgument = new("NAME")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The fault; without one, all are listed.",
    };

    /// <summary>The verb with its argument and its options.</summary>
    public static Command Definition()
    {
        Command command = new("fault", "Let a node of up go wrong for a while, in one of many ways.") { NameArgument };
        foreach (Setting setting in FaultSettings.All)
            command.Add(setting.ToOption());
        command.SetAction((parsed, stop) => RunAsync(
            FaultSettings.Read(parsed.GetValue(NameArgument), SettingValues.From(parsed)),
            parsed.InvocationConfiguration.Output,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(FaultSettings settings, TextWriter output, CancellationToken stop)
    {
        using HttpClient http = Loopback.Client(Patience);
        NodeFaults faults = new(http, settings.Node);
        if (settings.Name is not { } name)
        {
            foreach (FaultState fault in await faults.ListAsync(stop))
                await output.WriteLineAsync(Line(fault));
            return ExitCode.Fine;
        }

        FaultState? changed = settings.Stop
            ? await faults.StopAsync(name, stop)
            : await faults.StartAsync(name, settings.Duration, stop);
        await output.WriteLineAsync(changed switch
        {
            null => throw await UnknownAsync(faults, name, stop),
            { Active: true } => $"{name} is on for {changed.SecondsLeft:0} s: {changed.Description}",
            _ => $"{name} is off.",
        });
        return ExitCode.Fine;
    }

    private static string Line(FaultState fault) => fault.Active
        ? $"{fault.Name,-24} ON for {fault.SecondsLeft:0} s. {fault.Description}"
        : $"{fault.Name,-24} {fault.Description}";

    private static async Task<UsageException> UnknownAsync(NodeFaults faults, string name, CancellationToken stop)
    {
        IReadOnlyList<FaultState> all = await faults.ListAsync(stop);
        IReadOnlyList<string> near = ClosestNames.To(name, all.Select(fault => fault.Name));
        return new UsageException(near.Count == 0
            ? $"there is no fault '{name}'; without a name, 'fault' lists all {all.Count}"
            : $"there is no fault '{name}'; near are {string.Join(", ", near)}");
    }
}
