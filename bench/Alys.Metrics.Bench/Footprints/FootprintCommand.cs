using System.Globalization;
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
        // The runtime's tables and code are there before the counting begins; so are the threads.
        using FootprintSubject warm = FootprintSubject.Of(library, shape, FootprintSubject.Few);
        warm.WriteAll();
        FootprintSubject? subject = null;
        using var begin = new Barrier(Threads + 1);
        using var written = new Barrier(Threads + 1);
        using var end = new Barrier(Threads + 1);
        for (int i = 0; i < Threads; i++) new Thread(Write) { IsBackground = true }.Start();

        long before = InUse();
        subject = FootprintSubject.Of(library, shape, FootprintSubject.Many);
        begin.SignalAndWait();
        written.SignalAndWait();
        long after = InUse();
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

    /// <summary>The managed heap, pinned objects included, after a full collection, and what malloc gave out.</summary>
    private static long InUse()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true) + NativeHeap.BytesInUse();
    }
}
