using System.CommandLine;
using Alys.Checks.Catalogs;
using Alys.Checks.Reading;
using Alys.Checks.Subjects;
using Alys.Checks.Usage;
using Alys.Monitor.Checking;

namespace Alys.Monitor.Commands;

/// <summary><c>alys-monitor catalog</c>: every metric with its type, unit, labels and bounds, and where it is
/// used.</summary>
internal static class CatalogCommand
{
    private static readonly string[] Formats = ["table", "json", "markdown"];

    private static readonly Argument<string[]> PartsArgument = new("PART")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Only metrics whose names have one of these in them.",
    };

    private static readonly Option<string> FormatOption = new("--format")
    {
        HelpName = string.Join('|', Formats),
        Description = "How it is printed (default table).",
        DefaultValueFactory = _ => Formats[0],
    };

    /// <summary>The verb with its argument and its options.</summary>
    public static Command Definition()
    {
        Command command = new(
            "catalog", "Print every metric, and which rules, dashboards and runbooks of this folder use it.")
        {
            PartsArgument, FormatOption,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(PartsArgument) ?? [],
            parsed.GetValue(FormatOption)!,
            parsed.InvocationConfiguration.Output,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] parts, string format, TextWriter output, CancellationToken stop)
    {
        if (!Formats.Contains(format))
            throw new UsageException($"--format: '{format}' is none of {string.Join(", ", Formats)}");
        // Outside of a checkout there is nothing that uses a metric, and the catalog is the same.
        CheckedSources found = await CheckedFiles.ReadAsync(CheckedFiles.Defaults.Where(Directory.Exists), stop);
        Subject subject = SubjectReader.Read(found.Files, NodeCatalog.Read(), ForeignMetrics.Read());
        (CatalogMetric Metric, MetricUses Uses)[] metrics =
        [
            .. subject.Metrics.Own
                .Where(metric => parts.Length == 0 || parts.Any(part =>
                    metric.Family.Name.Contains(part, StringComparison.Ordinal)))
                .Select(metric => (metric, MetricUses.Of(metric, subject))),
        ];
        if (metrics.Length == 0)
            throw new UsageException($"no metric has {string.Join(" or ", parts)} in its name");
        await output.WriteAsync(format switch
        {
            "json" => CatalogPage.ToJson(metrics),
            "markdown" => ReferencePage.Of(metrics),
            _ => CatalogPage.ToTable(metrics),
        });
        return ExitCode.Fine;
    }
}
