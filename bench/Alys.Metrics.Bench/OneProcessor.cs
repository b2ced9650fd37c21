using System.Runtime.InteropServices;

namespace Alys.Metrics.Bench;

/// <summary>
/// Starts processes that may use one processor of the machine only, the same for all: what they cost is then not how
/// two processors pass work to each other. Only Linux; elsewhere they may use all.
/// </summary>
internal static unsafe partial class OneProcessor
{
    // Of 8 * 128 processors, as glibc's cpu_set_t.
    private const int Size = 128;

    /// <param name="start">Starts a process on the calling thread, which hands its processors on. Source: fork(2),
    /// sched_setaffinity(2).</param>
    public static T Start<T>(Func<T> start)
    {
        if (!OperatingSystem.IsLinux()) return start();
        byte* before = stackalloc byte[Size];
        byte* one = stackalloc byte[Size];
        new Span<byte>(before, Size).Clear();
        new Span<byte>(one, Size).Clear();
        if (GetAffinity(0, Size, before) < 0) return start();
        // The last one: the first serves most interrupts.
        int last = new Span<byte>(before, Size).LastIndexOfAnyExcept((byte)0);
        if (last < 0) return start();
        one[last] = (byte)(1 << int.Log2(before[last]));
        int set = SetAffinity(0, Size, one);
        try
        {
            return start();
        }
        finally
        {
            if (set == 0) _ = SetAffinity(0, Size, before);
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetAffinity(int thread, nuint size, byte* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAffinity(int thread, nuint size, byte* mask);
}
