using Alys.Metrics.Bench;
using Alys.Metrics.Bench.Actors;
using Alys.Metrics.Bench.Fleets;
using Alys.Metrics.Bench.Footprints;
using Alys.Metrics.Bench.MachineCode;
using Alys.Metrics.Bench.Nodes;
using Alys.Metrics.Bench.Reports;
using Alys.Metrics.Bench.Scrapes;

// What this program starts of itself, and what a test runs.
switch (args.FirstOrDefault())
{
    case ServeCommand.Verb:
        return await ServeCommand.RunAsync(args[1], args[2..]);
    case FootprintCommand.Verb:
        return FootprintCommand.Run(args[1], args[2]);
    case ActorCommand.Verb:
        return await ActorCommand.RunAsync(args[1], args[2]);
    case HotPathCommand.Verb:
        return HotPathCommand.Run();
}

bool hasPart = args.Length > 0 && !args[0].StartsWith('-');
string part = hasPart ? args[0] : BenchOptions.All;
if (!BenchOptions.Parts.Contains(part))
{
    Console.Error.WriteLine($"bench: there is no part '{part}': ./alys bench {BenchOptions.Usage}");
    return 2;
}

try
{
    if (BenchOptions.Parse(part, args.AsSpan(hasPart ? 1 : 0)) is not { } options)
    {
        Console.WriteLine(Table.Of(MicroRows.Run(args), ratiosOnly: false));
        return 0;
    }

    List<Row> rows = [];
    if (options.Has("micro")) rows.AddRange(MicroRows.RunAll(options.IsShort));
    if (options.Has("scrapes")) rows.AddRange(ScrapeRows.Run(options.IsShort));
    if (options.Has("footprints")) rows.AddRange(FootprintRows.Run());
    if (options.IsMarkdown) Console.WriteLine($"{Machine.Describe()}\n");
    if (rows.Count > 0) Console.WriteLine(Table.Of(rows, options.IsMarkdown));
    if (options.Has("actors")) Console.WriteLine(ActorTable.Run(options.IsShort));
    if (options.Has(BenchOptions.Node)) Console.WriteLine(await NodeBenchmark.RunAsync(options.IsShort));
    if (options.Has(BenchOptions.Fleet)) Console.WriteLine(await FleetBenchmark.RunAsync(options.IsShort));
    return 0;
}
catch (InvalidOperationException error)
{
    Console.Error.WriteLine($"bench: {error.Message}");
    return 1;
}
