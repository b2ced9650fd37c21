using System.Globalization;
using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>A running Prometheus of ours.</summary>
internal static class PrometheusServer
{
    private const string Name = "prometheus";
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(60);

    /// <summary>Starts it on data that lasts, kept for 30 days whatever its size, and waits until it answers.</summary>
    /// <param name="package">Which one.</param>
    /// <param name="home">Where its data, its configuration and its log are.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="configuration">The text of its configuration.</param>
    /// <param name="clock">For deadlines.</param>
    /// <param name="cancellation">Ends the wait; the process is then stopped.</param>
    /// <exception cref="StackException">It ended, or it was not ready in a minute: with the end of its log.</exception>
    public static async Task<ChildProcess> StartAsync(
        PrometheusPackage package,
        AlysHome home,
        IPEndPoint listen,
        string configuration,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        string path = Path.Combine(home.Run, "prometheus.yml");
        await File.WriteAllTextAsync(path, configuration, cancellation);
        string[] arguments =
        [
            "--config.file=" + path,
            "--storage.tsdb.path=" + home.PrometheusData,
            "--storage.tsdb.retention.time=30d",
            string.Create(CultureInfo.InvariantCulture, $"--web.listen-address={listen}"),
            .. package.AssetArguments,
        ];
        ChildProcess child = ChildProcess.Start(Name, package.Program, arguments, home, clock);
        using HttpClient http = Loopback.Client();
        Uri ready = new($"http://{listen}/-/ready");
        return await child.ReadyOrStoppedAsync(
            token => Loopback.AnswersAsync(http, ready, token), ReadyDeadline, cancellation);
    }
}
