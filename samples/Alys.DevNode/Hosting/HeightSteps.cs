using System.Globalization;
using System.Runtime;
using Akka.Actor;
using Alys.DevNode.Actors;
using Alys.DevNode.Messages;
using Microsoft.Extensions.Hosting;

namespace Alys.DevNode.Hosting;

/// <summary>
/// Lets the node import up to each height that a line of standard input names, as fast as it can, and answers with what
/// that cost from the line to the block: wall clock, CPU time and allocated bytes of the process, methods compiled. The
/// line <c>settle</c> collects all garbage once the JIT is idle. At the end of the input the node stops.
/// </summary>
internal sealed class HeightSteps(NodeServices node, IHostApplicationLifetime lifetime) : BackgroundService
{
    private const string Settle = "settle";

    private const int Collections = 4;

    /// <summary>When no method was compiled for so long, none waits for it.</summary>
    private static readonly TimeSpan JitPause = TimeSpan.FromSeconds(2.1);

    /// <summary>Set while the node has the height that it may have.</summary>
    private readonly ManualResetEventSlim _arrived = new();

    public override void Dispose()
    {
        _arrived.Dispose();
        base.Dispose();
    }

    // Reading the console blocks, which is not for a thread of the pool.
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        node.State.LimitReached = _arrived.Set;
        return Task.Factory.StartNew(
            () => Walk(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Walk(CancellationToken stop)
    {
        try
        {
            while (Console.ReadLine() is { } line)
            {
                if (line == Settle) Console.WriteLine(Collect(stop));
                else if (long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out long height))
                    Console.WriteLine(Import(height, stop));
                else Console.Error.WriteLine($"alys-devnode: '{line}' is neither a height nor '{Settle}'");
            }
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }

        lifetime.StopApplication();
    }

    private string Import(long height, CancellationToken stop)
    {
        long blocks = node.State.Height;
        long started = node.Clock.GetTimestamp();
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long compiled = JitInfo.GetCompiledMethodCount();
        _arrived.Reset();
        node.State.Limit = height;
        // Not only when the sync looks around the next time.
        node.Actors.Sync.Tell(new RequestBlocks(blocks + 1, SyncActor.BatchBlocks));
        if (blocks < height) _arrived.Wait(stop);
        double microseconds = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"height {node.State.Height} blocks {node.State.Height - blocks} "
            + $"seconds {node.Clock.GetElapsedTime(started).TotalSeconds:0.000} cpu-microseconds {microseconds:0} "
            + $"allocated-bytes {GC.GetTotalAllocatedBytes(precise: true) - allocated} "
            + $"compiled-methods {JitInfo.GetCompiledMethodCount() - compiled}");
    }

    /// <summary>Collects all garbage, some times: what the JIT keeps for the next method is given back by the
    /// finalizer's thread, which a collection wakes, once it has not been used for two seconds.</summary>
    private static string Collect(CancellationToken stop)
    {
        for (int i = 0; i < Collections; i++)
        {
            WaitForJit(stop);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"settled {GC.GetTotalMemory(forceFullCollection: false)}");
    }

    /// <summary>Waits until nothing is being compiled, which takes some megabytes for as long as it lasts.</summary>
    private static void WaitForJit(CancellationToken stop)
    {
        long compiled;
        do compiled = JitInfo.GetCompiledMethodCount();
        while (!stop.WaitHandle.WaitOne(JitPause) && compiled != JitInfo.GetCompiledMethodCount());
    }
}
