using System.Diagnostics;
using System.Globalization;
using Alys.DevNode.Hosting;
using Alys.Metrics;

namespace Alys.DevNode.Faults;

/// <summary>What faults do to the process.</summary>
internal sealed class ProcessFaults(NodeServices node, MetricRegistry? registry)
{
    private const int LeakBytes = 5 * 1024 * 1024;
    private const int MostLeaks = 100;
    private const int Blockers = 12;
    private const int LabelsAtOnce = 100;
    private const int MostLabels = 1_000;
    private const int KeptObjects = 50_000;

    private static readonly TimeSpan LeakPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BlockTime = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LabelPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(300);

    private TextFamily<Counter>? _labels;
    private long _label;

    /// <summary>Keeps memory until the fault is over.</summary>
    public async Task LeakAsync(CancellationToken over)
    {
        var kept = new List<byte[]>();
        try
        {
            while (!over.IsCancellationRequested)
            {
                if (kept.Count < MostLeaks)
                {
                    byte[] block = new byte[LeakBytes];
                    // Only what is written to is really taken from the machine.
                    for (int i = 0; i < block.Length; i += 4096) block[i] = 1;
                    kept.Add(block);
                }

                await Task.Delay(LeakPause, node.Faults.Clock, over);
            }
        }
        finally
        {
            kept.Clear();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>Blocks the pool's threads. Each piece of work ends before the pool would add threads because none does,
    /// and comes again: everything waits for about a second, scrapes too.</summary>
    public Task StarveAsync(CancellationToken over)
    {
        for (int i = 0; i < Blockers; i++) ThreadPool.UnsafeQueueUserWorkItem(_ => Block(over), null);
        return Task.CompletedTask;
    }

    /// <summary>Makes objects that live just long enough to be moved.</summary>
    public Task AllocateAsync(CancellationToken over) => Task.Factory.StartNew(
        () =>
        {
            object[] kept = new object[KeptObjects];
            for (int i = 0; node.Faults.IsOn(Fault.GcPressure); i = (i + 1) % kept.Length) kept[i] = new byte[200];
            GC.KeepAlive(kept);
        },
        over,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>Uses a label as no label should be used.</summary>
    public async Task ExplodeAsync(CancellationToken over)
    {
        if (registry is null) return;
        _labels ??= registry.TextCounterFamily(
            "alys_devnode_sessions_total", "Sessions by their id: what the fault label-explosion does wrong.",
            new TextFamilyOptions { Limit = MostLabels, TimeToLive = TimeSpan.FromMinutes(1) }, "session");
        while (!over.IsCancellationRequested)
        {
            for (int i = 0; i < LabelsAtOnce; i++)
                _labels.WithLabels((_label++).ToString(CultureInfo.InvariantCulture)).Increment();
            await Task.Delay(LabelPause, node.Faults.Clock, over);
        }
    }

    /// <summary>Remembers until when to stay away, and dies without a word.</summary>
    public async Task CrashAsync(CancellationToken over)
    {
        TimeSpan left = TimeSpan.FromSeconds(node.Faults.SecondsLeft(Fault.Crash));
        CrashFile.Write(node.Options.DataDirectory, node.Faults.Clock.GetUtcNow() + left);
        // Whoever asked for it is answered first.
        await Task.Delay(AnswerTime, node.Faults.Clock, over);
        using Process self = Process.GetCurrentProcess();
        self.Kill();
    }

    private void Block(CancellationToken over)
    {
        if (!node.Faults.IsOn(Fault.ThreadPoolStarvation)) return;
        Pause.For(BlockTime);
        ThreadPool.UnsafeQueueUserWorkItem(_ => Block(over), null);
    }
}
