using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Commands;

/// <summary>One run of <c>up</c>: prepares, starts, shows, stops.</summary>
internal sealed class UpSession(UpSettings settings, LiveLine line, TimeProvider clock)
{
    /// <summary>Runs until it is cancelled or Prometheus ends. Returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        line.Show(settings.Home.Root + clock.GetTimestamp());
        using UpLock _ = UpLock.Take(settings.Home);
        await Task.CompletedTask;
        return stop.IsCancellationRequested ? ExitCode.Fine : ExitCode.ProblemsFound;
    }
}
