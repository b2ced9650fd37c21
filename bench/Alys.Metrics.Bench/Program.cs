using Alys.Metrics.Bench;
using Alys.Metrics.Bench.Footprints;
using Alys.Metrics.Bench.MachineCode;
using Alys.Metrics.Bench.Reports;
using Alys.Metrics.Bench.Scrapes;

switch (args.FirstOrDefault())
{
    case ServeCommand.Verb:
        return await ServeCommand.RunAsync(args[1], args[2..]);
    case FootprintCommand.Verb:
        return FootprintCommand.Run(args[1], args[2]);
    case HotPathCommand.Verb:
        return HotPathCommand.Run();
}

bool hasPart = args.Length > 0 && !args[0].StartsWith('-');
string part = hasPart ? args[0] : "all";
if (BenchOptions.Parse(hasPart ? args.AsSpan(1) : args) is not { } options)
{
    Console.WriteLine(Table.Of(MicroRows.Run(args), ratiosOnly: false));
    return 0;
}

IEnumerable<Row>? rows = part switch
{
    "all" => [.. MicroRows.RunAll(options.IsShort), .. ScrapeRows.Run(options.IsShort), .. FootprintRows.Run()],
    "micro" => MicroRows.RunAll(options.IsShort),
    "scrapes" => ScrapeRows.Run(options.IsShort),
    "footprints" => FootprintRows.Run(),
    _ => null,
};
if (rows is null)
{
    Console.Error.WriteLine($"bench: there is no part '{part}'; {BenchOptions.Usage}");
    return 2;
}

string table = Table.Of(rows, options.IsMarkdown);
Console.WriteLine(options.IsMarkdown ? $"{Machine.Describe()}\n\n{table}" : table);
return 0;
