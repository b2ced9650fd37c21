using System.Diagnostics;
using System.Globalization;
using System.Text;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Fleets;

/// <summary>
/// How many nodes one machine can watch: what Prometheus, and what VictoriaMetrics, need for many nodes that are
/// scraped every 15 s. A page that comes late or not at all counts as missing.
/// </summary>
internal static class FleetBenchmark
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    // All nodes have been read twice, so all series are there.
    private static readonly TimeSpan Warm = 3 * Interval;
    private static readonly TimeSpan Measured = 4 * Interval;

    /// <returns>A table in Markdown.</returns>
    public static async Task<string> RunAsync(bool isShort)
    {
        int[] sizes = isShort ? [50, 200] : [50, 200, 500, 1_000];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("alys-bench-");
        StringBuilder table = new(
            "| who reads | nodes | pages of those due | process | CPU, of one core | resident | of that, anonymous |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |\n");
        try
        {
            await using FleetNode node = await FleetNode.StartAsync(Path.Combine(folder.FullName, "node"));
            foreach (FleetSystem system in Enum.GetValues<FleetSystem>())
            {
                foreach (int size in sizes)
                {
                    Progress.Say($"fleet: {LabelValue.Of(system)}, {size} nodes");
                    string own = Path.Combine(folder.FullName, "run");
                    table.Append(await MeasureAsync(system, size, own, node));
                    Directory.Delete(own, recursive: true);
                }
            }

            return table.ToString();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> MeasureAsync(FleetSystem system, int size, string folder, FleetNode node)
    {
        await using FleetRun run = await FleetRun.StartAsync(system, folder, node.Target, size);
        await Task.Delay(Warm, TimeProvider.System);
        Dictionary<string, FleetUse> before = run.Parts.ToDictionary(part => part.Name, part => FleetUse.Of(part.Pid));
        (long served, long started) = (node.Served, Stopwatch.GetTimestamp());
        await Task.Delay(Measured, TimeProvider.System);
        (long pages, TimeSpan took) = (node.Served - served, Stopwatch.GetElapsedTime(started));
        StringBuilder rows = new();
        double share = pages * Interval.TotalSeconds / (size * took.TotalSeconds);
        foreach ((string name, int pid) in run.Parts)
        {
            FleetUse use = FleetUse.Of(pid);
            double cpu = (use.Cpu - before[name].Cpu) / took;
            rows.Append(
                CultureInfo.InvariantCulture,
                $"| {LabelValue.Of(system)} | {size} | {share:P0} | {name} | {cpu:P0} | ");
            rows.Append($"{Quantity.Bytes(use.Resident)} | {Quantity.Bytes(use.Anonymous)} |\n");
        }

        Progress.Say(rows.ToString().TrimEnd());
        return rows.ToString();
    }
}
