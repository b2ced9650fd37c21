using System.CommandLine;
using Alys.Checks;
using Alys.Checks.Output;
using Alys.Checks.Subjects;
using Alys.Monitor.Checking;
using Alys.PromQL;

namespace Alys.Monitor.Commands;

/// <summary><c>alys-monitor check</c>: do rules, dashboards, routes and runbooks agree with the catalog? 0: yes; 1:
/// no.</summary>
internal static class CheckCommand
{
    private static readonly string[] Formats = ["text", "json", "sarif", "github"];

    private static readonly OrderedDictionary<string, PromQLOptions> Dialects = new()
    {
        ["2"] = PromQLOptions.Prometheus2,
        ["3"] = PromQLOptions.Prometheus3,
    };

    private static readonly Argument<string[]> PathsArgument = new("PATH")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = $"Files or folders (default: {string.Join(" and ", CheckedFiles.Defaults)}).",
    };

    private static readonly Option<string> FormatOption = new("--format")
    {
        HelpName = string.Join('|', Formats),
        Description = "How problems are printed (default text).",
        DefaultValueFactory = _ => Formats[0],
    };

    private static readonly Option<string[]> MetricsOption = new("--metrics")
    {
        HelpName = "URL",
        Description = "Judge by this metrics page too; several can be given.",
    };

    private static readonly Option<string[]> PrometheusOption = new("--prometheus")
    {
        HelpName = "URL",
        Description = "Judge by what this Prometheus has too; several can be given.",
    };

    private static readonly Option<string> PromQLOption = new("--promql")
    {
        HelpName = string.Join('|', Dialects.Keys),
        Description = "The Prometheus, by its major version, whose PromQL the files are in (default 2).",
        DefaultValueFactory = _ => Dialects.Keys.First(),
    };

    private static readonly Option<bool> ListOption = new("--list")
    {
        Description = "Print the names of all checks; docs/checks has a page for each.",
    };

    /// <summary>The verb with its argument and its options.</summary>
    public static Command Definition()
    {
        Command command = new("check", "Hold rules, dashboards, routes and runbooks against the catalog of metrics.")
        {
            PathsArgument, FormatOption, MetricsOption, PrometheusOption, PromQLOption, ListOption,
        };
        command.SetAction((parsed, stop) => parsed.GetValue(ListOption)
            ? ListAsync(parsed.InvocationConfiguration.Output)
            : RunAsync(
                parsed.GetValue(PathsArgument) is { Length: > 0 } paths ? paths : CheckedFiles.Defaults,
                parsed.GetValue(FormatOption)!,
                new LiveSources(
                    Urls(MetricsOption.Name, parsed.GetValue(MetricsOption)),
                    Urls(PrometheusOption.Name, parsed.GetValue(PrometheusOption)))
                {
                    PromQL = Dialect(parsed.GetValue(PromQLOption)!),
                },
                parsed.InvocationConfiguration.Output,
                stop));
        return command;
    }

    internal static async Task<int> RunAsync(
        IReadOnlyList<string> paths, string format, LiveSources sources, TextWriter output, CancellationToken stop)
    {
        if (!Formats.Contains(format))
        {
            throw new UsageException(
                $"--format: '{format}' is none of {string.Join(", ", Formats)}");
        }

        try
        {
            // Whoever opens a pipe, or calculates, does not look at the signal.
            return await Task.Run(() => JudgeAsync(paths, format, sources, output, stop), stop).WaitAsync(stop);
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested)
        {
            // Elsewhere a signal ends a verb as it should; here 0 would say that there is no problem.
            throw new UsageException("stopped before all was checked", e);
        }
    }

    private static async Task<int> JudgeAsync(
        IReadOnlyList<string> paths, string format, LiveSources sources, TextWriter output, CancellationToken stop)
    {
        CheckedSources found = await CheckedFiles.ReadAsync(paths, stop);
        Subject subject = await sources.ReadAsync(found.Files, stop);
        subject = subject with { Unreadable = [.. subject.Unreadable, .. found.Broken] };
        NamedPaths.RefuseEmpty(paths, found.Files, subject);
        IReadOnlyList<Problem> problems = CheckRun.Find(subject, AllChecks.List, found.Files);
        string text = format switch
        {
            "json" => JsonOutput.Of(problems) + "\n",
            "sarif" => SarifOutput.Of(problems) + "\n",
            "github" => string.Concat(problems.Select(problem => GithubOutput.Of(problem) + "\n")),
            _ => string.Concat(problems.Select(PlainOutput.Of)) + Sum(subject, problems.Count),
        };
        await output.WriteAsync(text);
        return problems.Count == 0 ? ExitCode.Fine : ExitCode.ProblemsFound;
    }

    private static PromQLOptions Dialect(string version) => Dialects.GetValueOrDefault(version)
        ?? throw new UsageException($"{PromQLOption.Name}: '{version}' is none of {string.Join(", ", Dialects.Keys)}");

    private static Uri[] Urls(string option, string[]? texts) =>
    [
        .. (texts ?? []).Select(text =>
            Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" ? url
                : throw new UsageException($"{option}: '{text}' is no http or https URL, like http://127.0.0.1:9090")),
    ];

    private static async Task<int> ListAsync(TextWriter output)
    {
        foreach (ICheck check in AllChecks.List) await output.WriteLineAsync(check.Id);
        return ExitCode.Fine;
    }

    private static string Sum(Subject subject, int problems) =>
        $"{subject.Rules.Count()} rules, {subject.Dashboards.Count} dashboards, {subject.Runbooks.Count} runbooks, "
        + $"{subject.Queries.Count()} queries{Configurations(subject)}: "
        + $"{(problems == 0 ? "no problem" : $"{problems} problem(s)")}\n";

    private static string Configurations(Subject subject)
    {
        int count = subject.PrometheusConfigs.Count + subject.AlertmanagerConfigs.Count + subject.TargetFiles.Count
            + subject.Provisioning.Count;
        return count == 0 ? "" : $", {count} configurations";
    }
}
