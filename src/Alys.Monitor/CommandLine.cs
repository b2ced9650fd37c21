using System.CommandLine;
using System.CommandLine.Help;
using Alys.Monitor.Commands;
using Alys.Monitor.Terminal;

namespace Alys.Monitor;

/// <summary>The verbs, and the one place that decides what is said and which exit code is given when one
/// fails.</summary>
internal static class CommandLine
{
    private const string Program = "alys-monitor";

    /// <summary>Runs the verb that the arguments name. Returns the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter errors)
    {
        ParserConfiguration plain = new() { ResponseFileTokenReplacer = null };
        ParseResult parsed = Definition().Parse(arguments, plain);
        if (parsed.Errors.Count > 0)
        {
            return Say(
                errors,
                $"{parsed.Errors[0].Message.TrimEnd('.')}. {Program} --help shows what there is.",
                ExitCode.BadUse);
        }

        using StopSignals signals = new();
        // Signals are ours: the library would end the process two seconds after one, before the children have stopped.
        InvocationConfiguration invocation = new()
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, signals.Token);
        }
        catch (UsageException e)
        {
            return Say(errors, e.Message, ExitCode.BadUse);
        }
        catch (StackException e)
        {
            return Say(errors, e.Message, ExitCode.ProblemsFound);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return ExitCode.Fine;
        }
    }

    private static RootCommand Definition()
    {
        RootCommand root = new(
            "Answers one question for whoever runs an Alys node: is it well, and if not, what do I do?")
        {
            WatchCommand.Definition(),
            UpCommand.Definition(),
            FaultCommand.Definition(),
            RenderCommand.Definition(),
            GateCommand.Definition(),
            CheckCommand.Definition(),
            CatalogCommand.Definition(),
            DrillCommand.Definition(),
        };
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        return root;
    }

    private static int Say(TextWriter errors, string message, int exitCode)
    {
        errors.WriteLine($"{Program}: {message}");
        return exitCode;
    }
}
