using System.Runtime.InteropServices;

namespace Alys.Metrics.Collectors.Hosts;

/// <summary>What the kernel knows of the quality of its clock: whether a time daemon keeps it, how far off it may be.
/// </summary>
/// <remarks><b>Source:</b> adjtimex(2), include/uapi/linux/timex.h.</remarks>
/// <param name="Synchronized">Whether something keeps the clock in step.</param>
/// <param name="MaxErrorSeconds">The most by which it may be off.</param>
/// <param name="OffsetSeconds">What is still to be corrected.</param>
internal readonly record struct KernelClock(bool Synchronized, double MaxErrorSeconds, double OffsetSeconds)
{
    /// <summary>The state TIME_ERROR: not synchronized.</summary>
    private const int NotSynchronized = 5;

    /// <summary>The status bit STA_NANO: the offset is in nanoseconds, else in microseconds.</summary>
    private const int OffsetIsNanoseconds = 0x2000;

    /// <summary>Asks the kernel; null where it does not answer: another system, 32 bits, a sandbox that forbids it.
    /// </summary>
    public static KernelClock? Read()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess) return null;
        try
        {
            // No mode is set: it reads only, which needs no privilege.
            var timex = default(Timex);
            int state = AdjustTimex(ref timex);
            return state < 0 ? null : From(state, timex);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    internal static KernelClock From(int state, in Timex timex) => new(
        state != NotSynchronized,
        timex.MaxErrorMicroseconds / 1e6,
        timex.Offset / ((timex.Status & OffsetIsNanoseconds) != 0 ? 1e9 : 1e6));

    [DllImport("libc", EntryPoint = "adjtimex")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int AdjustTimex(ref Timex timex);

    /// <summary>The kernel's <c>struct timex</c> of 64-bit systems, with the fields that are read here.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 208)]
    internal struct Timex
    {
        /// <summary>What is still to be corrected; its unit depends on the status.</summary>
        [FieldOffset(8)]
        public long Offset;

        /// <summary>The most by which the clock may be off.</summary>
        [FieldOffset(24)]
        public long MaxErrorMicroseconds;

        /// <summary>Bits that tell the clock's state.</summary>
        [FieldOffset(40)]
        public int Status;
    }
}
