using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>Node exporter: what Prometheus knows of the machine. The one on PATH, else Debian's package unpacked below
/// <c>tools/</c>. It is started again when it ends.</summary>
internal static class NodeExporter
{
    private const string Name = "node-exporter";
    private const string Package = "prometheus-node-exporter";
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(60);

    // What Debian switches on and few machines have: each scrape would write to the log that it is not there.
    internal static readonly IReadOnlyList<string> Without = ["--no-collector.systemd", "--no-collector.textfile"];

    /// <summary>Finds or downloads it. Returns the path of the program.</summary>
    /// <exception cref="UsageException">It is not there and cannot be had.</exception>
    public static async Task<string> EnsureAsync(
        AlysHome home, Action<string> progress, CancellationToken cancellation) =>
        // Debian calls it otherwise than its makers do.
        Executables.Find("node_exporter") ?? Executables.Find(Package) ?? Path.Combine(
            await new DebianPackage(home, progress).EnsureAsync(Package, [], cancellation), "usr/bin", Package);

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="program">What <see cref="EnsureAsync"/> gave.</param>
    /// <param name="home">Where its log is.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="say">Takes the lines that say that it ended and is started again.</param>
    /// <param name="clock">For deadlines and pauses.</param>
    /// <param name="cancellation">Ends the wait; the process is then stopped.</param>
    /// <exception cref="StackException">It ended, or it was not ready in a minute: with the end of its log.</exception>
    public static async Task<SupervisedProcess> StartAsync(
        string program,
        AlysHome home,
        IPEndPoint listen,
        Action<string> say,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        using HttpClient http = Loopback.Client();
        Uri root = new($"http://{listen}/");
        string[] arguments = [$"--web.listen-address={listen}", .. Without];
        return await SupervisedProcess.StartAsync(
            again => ChildProcess.Start(Name, program, arguments, home, clock, again),
            token => Loopback.AnswersAsync(http, root, token), ReadyDeadline, say, clock, cancellation);
    }
}
