using System.Globalization;
using System.Runtime.CompilerServices;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Footprints;

/// <summary>
/// A child process: makes 10,000 series of one library, has 8 threads write each of them, and prints how many bytes
/// are in use more than before.
/// </summary>
internal static class FootprintCommand
{
    public const string Verb = "footprint";
    public const int Threads = 8;

    public static int Run(string libraryName, string shapeName)
    {
        Library library = Enum.Parse<Library>(libraryName);
        FootprintShape shape = Enum.Parse<FootprintShape>(shapeName);
        // Code, the tables of the runtime and those of its collector, which grow with what survives, are there before the
        // counting begins; so are the threads.
        WarmUp(library, shape);
        FootprintSubject? subject = null;
        using var begin = new Barrier(Threads + 1);
        using var written = new Barrier(Threads + 1);
        using var end = new Barrier(Threads + 1);
        for (int i = 0; i < Threads; i++) new Thread(Write) { IsBackground = true }.Start();

        // Holes of the warming up that are filled now would make the difference too small.
        long before = InUse(withHoles: false);
        subject = FootprintSubject.Of(library, shape);
        begin.SignalAndWait();
        written.SignalAndWait();
        long after = InUse(withHoles: true);
        Console.WriteLine((after - before).ToString(CultureInfo.InvariantCulture));
        end.SignalAndWait();
        subject.Dispose();
        return 0;

        void Write()
        {
            begin.SignalAndWait();
            subject!.WriteAll();
            written.SignalAndWait();
            // A library may give the cells of a thread that is gone to another: they count while it lives.
            end.SignalAndWait();
        }
    }

    /// <summary>In a method of its own, so that nothing keeps what it made.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WarmUp(Library library, FootprintShape shape)
    {
        using FootprintSubject subject = FootprintSubject.Of(library, shape);
        subject.WriteAll();
        _ = InUse(withHoles: true);
    }

    /// <summary>The managed heap after a full collection, pinned objects included, and what malloc gave out.</summary>
    /// <param name="withHoles">Counts the room between pinned objects too, which is kept and not given back.</param>
    private static long InUse(bool withHoles)
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        GCMemoryInfo heap = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return heap.HeapSizeBytes - (withHoles ? 0 : heap.FragmentedBytes) + NativeHeap.BytesInUse();
    }
}
