using System.Runtime.InteropServices;

namespace Alys.Metrics.Bench.Footprints;

/// <summary>What the C library's malloc has given out, which is where NativeMemory's come from.</summary>
internal static partial class NativeHeap
{
    /// <summary>0 where the C library does not say: macOS, Windows, musl.</summary>
    public static long BytesInUse()
    {
        try
        {
            MallInfo info = MallInfo2();
            return (long)(info.InUse + info.Mapped);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return 0;
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallinfo2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial MallInfo MallInfo2();

    // Source: mallinfo(3): arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct MallInfo
    {
        private readonly nuint _arena;
        private readonly nuint _freeChunks;
        private readonly nuint _fastChunks;
        private readonly nuint _mappedChunks;
        public readonly nuint Mapped;
        private readonly nuint _unused;
        private readonly nuint _fastFree;
        public readonly nuint InUse;
        private readonly nuint _free;
        private readonly nuint _keepCost;
    }
}
