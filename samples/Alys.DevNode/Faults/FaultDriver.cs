using Alys.DevNode.Hosting;
using Microsoft.Extensions.Hosting;

namespace Alys.DevNode.Faults;

/// <summary>Does what a fault needs somebody to do. Most faults need nobody: the parts of the node look at the
/// <see cref="FaultBoard"/> themselves.</summary>
internal sealed class FaultDriver(NodeServices node, ActorFaults actors, ProcessFaults process) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        node.Faults.Started += Begin;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        node.Faults.Started -= Begin;
        return Task.CompletedTask;
    }

    private void Begin(Fault fault, CancellationToken over)
    {
        Func<CancellationToken, Task>? work = fault switch
        {
            Fault.ActorRestartLoop => actors.FailAsync,
            Fault.StuckActor => actors.HangAsync,
            Fault.MailboxFlood => actors.FloodAsync,
            Fault.DeadLetters => actors.SendToNobodyAsync,
            Fault.ActorGone => actors.StopAsync,
            Fault.DeepReorg => actors.ReorgAsync,
            Fault.TxpoolRejections => actors.SendBadTransactionsAsync,
            Fault.MemoryLeak => process.LeakAsync,
            Fault.ThreadPoolStarvation => process.StarveAsync,
            Fault.GcPressure => process.AllocateAsync,
            Fault.LabelExplosion => process.ExplodeAsync,
            Fault.Crash => process.CrashAsync,
            _ => null,
        };
        if (work is not null) _ = Task.Run(() => RunAsync(work, over), CancellationToken.None);
    }

    private static async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken over)
    {
        try
        {
            await work(over);
        }
        catch (OperationCanceledException)
        {
            // The fault is over.
        }
    }
}
