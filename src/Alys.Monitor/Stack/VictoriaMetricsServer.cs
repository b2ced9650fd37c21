using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>A running VictoriaMetrics of ours. It is started again when it ends; Prometheus keeps what it has to write
/// until then.</summary>
internal static class VictoriaMetricsServer
{
    private const string Name = "victoria-metrics";
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(60);

    /// <summary>Starts it on data that lasts, kept for 30 days, and waits until it answers.</summary>
    /// <param name="package">Which one.</param>
    /// <param name="home">Where its data and its log are.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="say">Takes the lines that say that it ended and is started again.</param>
    /// <param name="clock">For deadlines and pauses.</param>
    /// <param name="cancellation">Ends the wait; the process is then stopped.</param>
    /// <exception cref="StackException">It ended, or it was not ready in a minute: with the end of its log.</exception>
    public static async Task<SupervisedProcess> StartAsync(
        VictoriaMetricsPackage package,
        AlysHome home,
        IPEndPoint listen,
        Action<string> say,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        IReadOnlyList<string> arguments = Arguments(home, listen);
        using HttpClient http = Loopback.Client();
        Uri health = new($"http://{listen}/health");
        return await SupervisedProcess.StartAsync(
            again => ChildProcess.Start(Name, package.Program, arguments, home, clock, again),
            token => Loopback.AnswersAsync(http, health, token), ReadyDeadline, say, clock, cancellation);
    }
    /// <summary>What it is started with.</summary>
    /// <param name="home">Where its data is.</param>
    /// <param name="listen">Where it listens.</param>
    internal static IReadOnlyList<string> Arguments(AlysHome home, IPEndPoint listen) =>
    [
        "-storageDataPath=" + home.VictoriaMetricsData,
        "-retentionPeriod=30d",
        $"-httpListenAddr={listen}",
        // It hides the newest 30 s, in case they come from many places at different times. Prometheus, beside it,
        // writes each second.
        "-search.latencyOffset=2s",
    ];
}
