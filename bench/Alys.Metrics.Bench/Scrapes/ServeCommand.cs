using System.Globalization;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Scrapes;

/// <summary>
/// A child process: serves the page of one library until its input ends. It prints the page's address, then for each
/// line that it reads the CPU time (microseconds) and the bytes allocated since its start.
/// </summary>
internal static class ServeCommand
{
    public const string Verb = "serve";

    /// <param name="library">A <see cref="Library"/>.</param>
    /// <param name="args">How many series, or the address of the page to keep in memory; then the Accept header of who
    /// will ask.</param>
    public static async Task<int> RunAsync(string library, string[] args)
    {
        Uri address = Enum.Parse<Library>(library) switch
        {
            Library.Alys => await BenchServer.StartAlysAsync(Series(args)),
            Library.PrometheusNet => await BenchServer.StartPrometheusNetAsync(Series(args)),
            Library.OpenTelemetry => await BenchServer.StartOpenTelemetryAsync(Series(args)),
            _ => await BenchServer.StartFromMemoryAsync(new Uri(args[0]), args[1]),
        };
        Console.WriteLine(address);
        while (Console.ReadLine() is not null)
        {
            double microseconds = Environment.CpuUsage.TotalTime.TotalMicroseconds;
            long allocated = GC.GetTotalAllocatedBytes(precise: true);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{microseconds} {allocated}"));
        }

        return 0;
    }

    private static BenchSeries Series(string[] args) => new(int.Parse(args[0], CultureInfo.InvariantCulture));
}
