using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Alys.Monitor.Commands;
using Alys.Monitor.Terminal;
using ClosestNames = Alys.PromQL.ClosestNames;

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
        if (parsed.Errors.Count > 0 || UnknownOption(parsed) is not null)
            return Say(errors, Mistake(parsed), ExitCode.BadUse);

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

    /// <summary>The first mistake in what was given, and where to read what would be right.</summary>
    private static string Mistake(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string name = command is RootCommand ? Program : command.Name;
        string mistake = UnknownOption(parsed) switch
        {
            { } option => $"unknown option {option} of {name}" + ClosestNames.To(
                option, command.Options.Select(one => one.Name)) switch
            {
                [] => "",
                var near => $": is {string.Join(" or ", near)} meant?",
            },
            _ when Missing(parsed) is { } argument => $"{name} needs {argument.Name}. {argument.Description}",
            _ => parsed.Errors[0].Message,
        };
        string help = command is RootCommand ? Program : $"{Program} {name}";
        return $"{mistake.TrimEnd('.')}{(mistake.EndsWith('?') ? "" : ".")} {help} --help shows what there is.";
    }

    // An argument takes whatever is none of the options; behind -- nothing is one.
    private static string? UnknownOption(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) ? null : parsed.UnmatchedTokens
        .Concat(parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens).Select(token => token.Value))
        .FirstOrDefault(word => word.Length > 1 && word[0] == '-')?.Split('=')[0];

    private static Argument? Missing(ParseResult parsed) => parsed.CommandResult.Command.Arguments.FirstOrDefault(
        argument => argument.Arity.MinimumNumberOfValues > 0
            && parsed.GetResult(argument) is not { Tokens.Count: > 0 });

    private static int Say(TextWriter errors, string message, int exitCode)
    {
        errors.WriteLine($"{Program}: {message}");
        return exitCode;
    }
}
