using System.Diagnostics;
using System.Globalization;
using System.Text;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Scrapes;

/// <summary>One server in a process of its own, its client, and what was measured so far.</summary>
internal sealed class ScrapeTarget : IDisposable
{
    /// <summary>The JIT compiles hot code anew in the background: a page is read for so long, and so often, before it
    /// counts.</summary>
    private const int LeastWarm = 40;

    /// <summary>As many as Prometheus makes in the first five minutes.</summary>
    private const int First = 20;

    private readonly ChildProcess _child;
    private readonly ScrapeClient _client;
    private readonly List<double> _nanoseconds = [];

    private double _cpuNanoseconds;
    private double _allocated;

    /// <param name="library">Whose server.</param>
    /// <param name="argument">See <see cref="ServeCommand"/>.</param>
    /// <param name="request">What is asked for.</param>
    public ScrapeTarget(Library library, string argument, ScrapeRequest request)
    {
        Library = library;
        _child = new ChildProcess(ServeCommand.Verb, library.ToString(), argument, request.Accept);
        Page = new Uri(_child.ReadLine());
        _client = new ScrapeClient(Page, request);
    }

    public Library Library { get; }

    public Uri Page { get; }

    /// <summary>The median of the time from the request to the last byte.</summary>
    public double MedianNanoseconds => Median(_nanoseconds);

    /// <summary>The median of the first scrapes after the start, with much code not compiled for speed yet.</summary>
    public double FirstNanoseconds { get; private set; }

    /// <summary>CPU time of the server a scrape.</summary>
    public double CpuNanoseconds => _cpuNanoseconds / _nanoseconds.Count;

    /// <summary>Bytes that the server allocated a scrape.</summary>
    public double Allocated => _allocated / _nanoseconds.Count;

    /// <summary>Fails when the page does not hold the series it is to hold: a limit would make it fast.</summary>
    public void Check(int series)
    {
        using var body = new MemoryStream();
        long length = _client.Scrape(body);
        int found = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length).Split('\n')
            .Count(line => line.StartsWith("bench_", StringComparison.Ordinal)
                && line.Contains("_requests_total{", StringComparison.Ordinal)
                && !line.Contains("overflow", StringComparison.Ordinal));
        if (found != series)
            throw new InvalidOperationException(
                $"{LabelValue.Of(Library)} has {found} series instead of {series}.");
        Progress.Say($"{LabelValue.Of(Library)}: {series} series, {Quantity.Bytes(length)}");
    }

    public void WarmUp(TimeSpan time)
    {
        FirstNanoseconds = Median([.. Enumerable.Range(0, First).Select(_ => TimeOne())]);
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < LeastWarm || watch.Elapsed < time; i++) _client.Scrape();
    }

    /// <summary>Scrapes some times, one after the other.</summary>
    public void Measure(int times)
    {
        (double cpu, double allocated) = Usage();
        for (int i = 0; i < times; i++) _nanoseconds.Add(TimeOne());

        (double cpuAfter, double allocatedAfter) = Usage();
        _cpuNanoseconds += cpuAfter - cpu;
        _allocated += allocatedAfter - allocated;
    }

    public void Dispose()
    {
        _client.Dispose();
        _child.Dispose();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private double TimeOne()
    {
        long start = Stopwatch.GetTimestamp();
        _client.Scrape();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private (double CpuNanoseconds, double Allocated) Usage()
    {
        string[] answer = _child.Ask("usage").Split(' ');
        return (double.Parse(answer[0], CultureInfo.InvariantCulture) * 1e3,
            double.Parse(answer[1], CultureInfo.InvariantCulture));
    }
}
