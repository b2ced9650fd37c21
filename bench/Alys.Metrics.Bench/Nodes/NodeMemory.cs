using System.Diagnostics;
using System.Globalization;

namespace Alys.Metrics.Bench.Nodes;

/// <summary>Bytes of memory of a node.</summary>
/// <param name="Peak">The most that was resident in its life.</param>
/// <param name="Settled">Resident after a full collection.</param>
/// <param name="Private">Of these, what it shares with no other process; NaN where the system does not say.</param>
internal readonly record struct NodeMemory(double Peak, double Settled, double Private)
{
    /// <summary>Of a process as it is now.</summary>
    public static NodeMemory Of(int process)
    {
        using Process node = Process.GetProcessById(process);
        return new NodeMemory(node.PeakWorkingSet64, node.WorkingSet64, PrivateOf(process));
    }

    /// <summary>Source: proc_pid_smaps(5), kernel 4.14 or newer.</summary>
    private static double PrivateOf(int process)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/smaps_rollup");
        if (!File.Exists(path)) return double.NaN;
        return File.ReadLines(path)
            .Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
            .Sum(line => double.Parse(line.Split(' ')[^2], CultureInfo.InvariantCulture) * 1024);
    }
}
