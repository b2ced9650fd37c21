namespace Alys.Metrics.Collectors.Processes;

/// <summary>What is needed of <c>/proc/PID/stat</c>.</summary>
/// <remarks><b>Source:</b> proc_pid_stat(5).</remarks>
/// <param name="CpuTicks">Processor time in user and kernel mode, of all threads, ended ones included, in clock ticks.
/// </param>
/// <param name="Threads">The number of threads.</param>
/// <param name="StartTicks">When the process started, in clock ticks since boot.</param>
internal readonly record struct ProcessStat(long CpuTicks, int Threads, long StartTicks)
{
    /// <summary>Clock ticks a second as the kernel shows them to programs: 100 on every Linux that .NET runs on,
    /// whatever the kernel's own frequency is.</summary>
    /// <remarks><b>Source:</b> USER_HZ, include/asm-generic/param.h; sysconf(_SC_CLK_TCK).</remarks>
    public const int TicksPerSecond = 100;

    /// <summary>Reads the line. The name in parentheses may itself hold spaces and parentheses, so fields count from
    /// the last one.</summary>
    /// <returns>False when it is not such a line, or tells of a process that has ended and only waits for its parent
    /// to notice (a zombie).</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out ProcessStat stat)
    {
        stat = default;
        int nameEnd = text.LastIndexOf((byte)')');
        if (nameEnd < 0) return false;
        ReadOnlySpan<byte> rest = text[(nameEnd + 1)..];
        if (ProcText.TakeField(ref rest) is [(byte)'Z' or (byte)'X' or (byte)'x', ..]) return false;

        long? user = null, system = null, threads = null, start = null;
        for (int field = 4; field <= 22; field++)
        {
            ReadOnlySpan<byte> value = ProcText.TakeField(ref rest);
            switch (field)
            {
                case 14: user = ProcText.Number(value); break;
                case 15: system = ProcText.Number(value); break;
                case 20: threads = ProcText.Number(value); break;
                case 22: start = ProcText.Number(value); break;
            }
        }

        if (user is null || system is null || threads is null || start is null) return false;
        stat = new ProcessStat(user.Value + system.Value, (int)threads.Value, start.Value);
        return true;
    }

    /// <summary>The name in parentheses: that of the program, cut to 15 bytes, unless the process gave itself another.
    /// </summary>
    public static ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> text)
    {
        int start = text.IndexOf((byte)'(') + 1;
        int end = text.LastIndexOf((byte)')');
        return start > 0 && end > start ? text[start..end] : default;
    }
}
