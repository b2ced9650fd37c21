using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>A running Alertmanager of ours. It is started again when it ends; Prometheus keeps what it has to tell
/// until then.</summary>
internal static class AlertmanagerServer
{
    private const string Name = "alertmanager";
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(60);

    /// <summary>Starts it on data that lasts and waits until it answers.</summary>
    /// <param name="package">Which one.</param>
    /// <param name="home">Where its data, its configuration and its log are.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="configuration">The text of its configuration.</param>
    /// <param name="say">Takes the lines that say that it ended and is started again.</param>
    /// <param name="clock">For deadlines and pauses.</param>
    /// <param name="cancellation">Ends the wait; the process is then stopped.</param>
    /// <exception cref="StackException">It ended, or it was not ready in a minute: with the end of its log.</exception>
    public static async Task<SupervisedProcess> StartAsync(
        AlertmanagerPackage package,
        AlysHome home,
        IPEndPoint listen,
        string configuration,
        Action<string> say,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        string[] arguments =
        [
            .. package.Launch.Skip(1),
            "--config.file=" + await AlertmanagerConfig.WriteAsync(home, configuration, cancellation),
            "--storage.path=" + home.AlertmanagerData,
            $"--web.listen-address={listen}",
            // Without a name it looks for others on a port that is open to all machines.
            "--cluster.listen-address=",
        ];
        using HttpClient http = Loopback.Client();
        Uri ready = new($"http://{listen}/-/ready");
        return await SupervisedProcess.StartAsync(
            again => ChildProcess.Start(Name, package.Launch[0], arguments, home, clock, again),
            token => Loopback.AnswersAsync(http, ready, token), ReadyDeadline, say, clock, cancellation);
    }
}
