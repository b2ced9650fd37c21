using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace Alys.DevNode.Hosting;

/// <summary>Stops the node at a height, and says on the way what it has cost so far.</summary>
internal sealed class HeightLimit(NodeServices node, IHostApplicationLifetime lifetime) : BackgroundService
{
    private const int BlocksBetweenLines = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long next = BlocksBetweenLines;
        long started = node.Clock.GetTimestamp();
        while (node.State.Height < node.Options.UntilHeight && !stoppingToken.IsCancellationRequested)
        {
            if (node.State.Height >= next)
            {
                Say(started);
                next = node.State.Height - node.State.Height % BlocksBetweenLines + BlocksBetweenLines;
            }

            await Task.Delay(Pause, node.Faults.Clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Say(started);
        lifetime.StopApplication();
    }

    private void Say(long started)
    {
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"height {node.State.Height} seconds {node.Clock.GetElapsedTime(started).TotalSeconds:0.000} "
            + $"cpu {Environment.CpuUsage.TotalTime.TotalSeconds:0.000} rss {self.WorkingSet64}"));
    }
}
