using System.Globalization;

namespace Alys.Metrics.Bench.Fleets;

/// <summary>What a process has used by now.</summary>
/// <param name="Cpu">Time of processors since its start.</param>
/// <param name="Resident">Bytes in memory, pages of files that are mapped included.</param>
/// <param name="Anonymous">Of these, what is no page of a file: what the machine must have.</param>
internal readonly record struct FleetUse(TimeSpan Cpu, double Resident, double Anonymous)
{
    /// <summary>Of a process as it is now. Source: proc_pid_status(5).</summary>
    public static FleetUse Of(int process)
    {
        using var own = System.Diagnostics.Process.GetProcessById(process);
        string[] status = File.ReadAllLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"));
        return new FleetUse(own.TotalProcessorTime, Kilobytes(status, "VmRSS:"), Kilobytes(status, "RssAnon:"));
    }

    private static double Kilobytes(string[] status, string name) => double.Parse(
        status.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ')[^2],
        CultureInfo.InvariantCulture) * 1024;
}
