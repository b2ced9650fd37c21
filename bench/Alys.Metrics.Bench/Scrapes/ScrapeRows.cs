using System.Globalization;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Scrapes;

/// <summary>
/// Scrapes of 1,000, 10,000 and 100,000 series over HTTP. The servers take turns, so that what disturbs the machine
/// disturbs all of them alike.
/// </summary>
internal static class ScrapeRows
{
    /// <summary>Scrapes of one server in its turn.</summary>
    private const int Turn = 5;

    private const double AllocationLimit = 16 << 10;

    public static IEnumerable<Row> Run(bool isShort)
    {
        int part = isShort ? 4 : 1;
        TimeSpan warm = TimeSpan.FromSeconds(isShort ? 1 : 3);
        return
        [
            .. Of("1K", 1_000, warm, turns: 160 / part, hasGoals: false),
            .. Of("10K", 10_000, warm, turns: 80 / part, hasGoals: true),
            .. Of("100K", 100_000, warm, turns: 12 / part, hasGoals: false),
        ];
    }

    private static List<Row> Of(string size, int series, TimeSpan warm, int turns, bool hasGoals)
    {
        string count = series.ToString(CultureInfo.InvariantCulture);
        using var alys = new ScrapeTarget(Library.Alys, count);
        using var prometheusNet = new ScrapeTarget(Library.PrometheusNet, count);
        using var openTelemetry = new ScrapeTarget(Library.OpenTelemetry, count);
        using var fromMemory = new ScrapeTarget(Library.FromMemory, alys.Page.ToString());
        ScrapeTarget[] targets = [alys, prometheusNet, openTelemetry, fromMemory];
        Measure(targets, series, warm, turns);
        List<Row> rows = Rows(size, targets, hasGoals);
        if (!hasGoals) return rows;

        using var gzip = new ScrapeTarget(Library.Alys, count, "gzip");
        gzip.WarmUp(warm);
        for (int i = 0; i < turns; i++) gzip.Measure(Turn);
        rows.Add(Gzip(size, gzip, fromMemory));
        return rows;
    }

    private static void Measure(ScrapeTarget[] targets, int series, TimeSpan warm, int turns)
    {
        foreach (ScrapeTarget target in targets) target.Check(series);
        foreach (ScrapeTarget target in targets) target.WarmUp(warm);
        for (int turn = 0; turn < turns; turn++)
        {
            foreach (ScrapeTarget target in targets) target.Measure(Turn);
        }
    }

    private static List<Row> Rows(string size, ScrapeTarget[] targets, bool hasGoals)
    {
        var times = targets.ToDictionary(
            target => target.Library, target => new Measure(target.MedianNanoseconds, target.Allocated));
        var cpu = targets.ToDictionary(target => target.Library, target => new Measure(target.CpuNanoseconds));
        double ours = times[Library.Alys].Allocated ?? double.NaN;
        var time = new Row($"scrape of {size} series over HTTP, median", Quantity.Time, times, []);
        var processor = new Row($"scrape of {size} series over HTTP, server's CPU", Quantity.Time, cpu, []);
        if (!hasGoals) return [time, processor];
        return
        [
            time with { Goals = [.. Goals(time), Goal.AtMost("16 KiB", ours, AllocationLimit, "B")] },
            processor with { Goals = [.. Goals(processor)] },
        ];
    }

    private static IEnumerable<Goal> Goals(Row row) =>
    [
        Goal.AtMostTimes("from memory", row[Library.Alys], row[Library.FromMemory], 1.6),
        Goal.Slower("prometheus-net", row[Library.PrometheusNet], row[Library.Alys], 4),
        Goal.Slower("OpenTelemetry", row[Library.OpenTelemetry], row[Library.Alys], 18),
    ];

    private static Row Gzip(string size, ScrapeTarget gzip, ScrapeTarget fromMemory) => new(
        $"the same compressed by gzip, median",
        Quantity.Time,
        new Dictionary<Library, Measure>
        {
            [Library.Alys] = new(gzip.MedianNanoseconds, gzip.Allocated),
            [Library.FromMemory] = new(fromMemory.MedianNanoseconds),
        },
        []);
}
