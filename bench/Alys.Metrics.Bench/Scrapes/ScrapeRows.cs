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
            .. Of("1K", 1_000, ScrapeRequest.OpenMetrics, warm, turns: 300 / part),
            .. Of("10K", 10_000, ScrapeRequest.OpenMetrics, warm, turns: 160 / part),
            .. Of("10K", 10_000, ScrapeRequest.Text, warm, turns: 160 / part),
            .. Of("100K", 100_000, ScrapeRequest.OpenMetrics, warm, turns: 24 / part),
        ];
    }

    private static List<Row> Of(string size, int series, ScrapeRequest request, TimeSpan warm, int turns)
    {
        string count = series.ToString(CultureInfo.InvariantCulture);
        using var alys = new ScrapeTarget(Library.Alys, count, request);
        using var prometheusNet = new ScrapeTarget(Library.PrometheusNet, count, request);
        using var openTelemetry = new ScrapeTarget(Library.OpenTelemetry, count, request);
        using var fromMemory = new ScrapeTarget(Library.FromMemory, alys.Page.ToString(), request);
        ScrapeTarget[] targets = [alys, prometheusNet, openTelemetry, fromMemory];
        Progress.Say($"scrape of {size} series, {request.Name}");
        Measure(targets, series, warm, turns);
        // The goals are those of 10,000 series; the other sizes show what grows with them.
        bool hasGoals = series == 10_000;
        List<Row> rows = Rows($"scrape of {size} series, {request.Name}", targets, hasGoals);
        if (hasGoals && request == ScrapeRequest.OpenMetrics)
        {
            using var gzip = new ScrapeTarget(Library.Alys, count, ScrapeRequest.Gzip);
            gzip.WarmUp(warm);
            for (int i = 0; i < turns; i++) gzip.Measure(Turn);
            rows.Add(Gzip(size, gzip, fromMemory));
        }

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

    private static List<Row> Rows(string what, ScrapeTarget[] targets, bool hasGoals)
    {
        var times = targets.ToDictionary(
            target => target.Library, target => new Measure(target.MedianNanoseconds, target.Allocated));
        var cpu = targets.ToDictionary(target => target.Library, target => new Measure(target.CpuNanoseconds));
        double ours = times[Library.Alys].Allocated ?? double.NaN;
        var time = new Row($"{what}, median", Quantity.Time, times, []);
        var processor = new Row($"{what}, server's CPU", Quantity.Time, cpu, []);
        if (!hasGoals) return [time, processor];
        var first = targets.ToDictionary(
            target => target.Library, target => new Measure(target.FirstNanoseconds));
        var early = new Row($"{what}, median of the first 20", Quantity.Time, first, []);
        return
        [
            time with { Goals = [.. Goals(time), Goal.AtMostBytes(ours, AllocationLimit)] },
            processor with { Goals = [.. Goals(processor)] },
            early,
        ];
    }

    private static IEnumerable<Goal> Goals(Row row) =>
    [
        Goal.AtMostTimes("from memory", row[Library.Alys], row[Library.FromMemory], 1.6),
        Goal.Slower("prometheus-net", row[Library.PrometheusNet], row[Library.Alys], 4),
        Goal.Slower("OpenTelemetry", row[Library.OpenTelemetry], row[Library.Alys], 18),
    ];

    /// <summary>The peers compress with a middleware of the application only; the one from memory does not.</summary>
    private static Row Gzip(string size, ScrapeTarget gzip, ScrapeTarget fromMemory) => new(
        $"scrape of {size} series, {ScrapeRequest.Gzip.Name}, median",
        Quantity.Time,
        new Dictionary<Library, Measure>
        {
            [Library.Alys] = new(gzip.MedianNanoseconds, gzip.Allocated),
            [Library.FromMemory] = new(fromMemory.MedianNanoseconds),
        },
        []);
}
