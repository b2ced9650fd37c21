using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Hosts;

/// <summary>What the processors did since boot, from <c>/proc/stat</c>, and how busy they were between two rounds.
/// </summary>
/// <remarks><b>Source:</b> proc_stat(5).</remarks>
internal sealed class CpuTimes
{
    /// <summary>As the kernel shows times to programs on every Linux that .NET runs on (USER_HZ).</summary>
    private const double TicksPerSecond = 100;

    private static readonly int Modes = Enum.GetValues<CpuMode>().Length;

    /// <summary>Seconds by <see cref="CpuMode"/> of the round before; null before the first.</summary>
    private double[]? _before;

    /// <summary>Seconds by <see cref="CpuMode"/>, never less than the time before: some of the kernel's counts (waiting
    /// for disks) go back a little at times, which a counter must not. Null when the text has no such line.</summary>
    /// <param name="text">The content of <c>/proc/stat</c>.</param>
    /// <param name="percent">How busy all cores together were since the call before, 0 to 100; null the first time.
    /// </param>
    public IReadOnlyList<double>? Read(ReadOnlySpan<byte> text, out double? percent)
    {
        percent = null;
        ReadOnlySpan<byte> line = ProcText.After(text, "cpu "u8);
        if (line.IsEmpty) return null;
        double[] now = new double[Modes];
        for (int mode = 0; mode < Modes; mode++)
        {
            // The columns stand in the order of the modes; old kernels lack the last ones. Time of guests, which
            // follows, is in the user's already.
            double seconds = (ProcText.Number(ProcText.TakeField(ref line)) ?? 0) / TicksPerSecond;
            now[mode] = Math.Max(seconds, _before?[mode] ?? 0);
        }

        if (_before is not null) percent = BusyPercent(_before, now);
        _before = now;
        return now;
    }

    /// <summary>How many processors are online; null when the text tells of none.</summary>
    public static int? CountProcessors(ReadOnlySpan<byte> text)
    {
        int count = 0;
        while (!text.IsEmpty)
        {
            if (ProcText.TakeLine(ref text) is [(byte)'c', (byte)'p', (byte)'u', >= (byte)'0' and <= (byte)'9', ..])
                count++;
        }

        return count > 0 ? count : null;
    }

    private static double? BusyPercent(double[] before, double[] now)
    {
        double all = 0;
        for (int mode = 0; mode < now.Length; mode++) all += now[mode] - before[mode];
        double idle = Since(CpuMode.Idle) + Since(CpuMode.Iowait);
        return all > 0 ? (all - idle) / all * 100 : null;

        double Since(CpuMode mode) => now[(int)mode] - before[(int)mode];
    }
}
