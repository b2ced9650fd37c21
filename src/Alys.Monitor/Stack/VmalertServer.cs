using System.Net;
using Alys.Monitor.Rules;

namespace Alys.Monitor.Stack;

/// <summary>A running vmalert of ours: it evaluates the rules over a store and tells Alertmanager, in Prometheus'
/// place. It is started again when it ends, and takes up what fired from the store.</summary>
internal static class VmalertServer
{
    private const string Name = "vmalert";
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(60);

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="package">Which one.</param>
    /// <param name="home">Where its rules and its log are.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="store">The store that it asks, and in which it keeps what it found.</param>
    /// <param name="alertmanager">Who is told.</param>
    /// <param name="say">Takes the lines that say that it ended and is started again.</param>
    /// <param name="clock">For deadlines and pauses.</param>
    /// <param name="cancellation">Ends the wait; the process is then stopped.</param>
    /// <exception cref="StackException">It ended, or it was not ready in a minute: with the end of its log.</exception>
    public static async Task<SupervisedProcess> StartAsync(
        VictoriaMetricsPackage package,
        AlysHome home,
        IPEndPoint listen,
        IPEndPoint store,
        IPEndPoint alertmanager,
        Action<string> say,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        string rules = await VmalertRules.WriteAsync(home.Run, cancellation);
        IReadOnlyList<string> arguments = Arguments(rules, listen, store, alertmanager);
        using HttpClient http = Loopback.Client();
        Uri health = new($"http://{listen}/health");
        return await SupervisedProcess.StartAsync(
            again => ChildProcess.Start(Name, package.Vmalert, arguments, home, clock, again),
            token => Loopback.AnswersAsync(http, health, token), ReadyDeadline, say, clock, cancellation);
    }

    /// <summary>What it is started with.</summary>
    /// <param name="rules">The files of its rules, as a pattern.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="store">The store.</param>
    /// <param name="alertmanager">Who is told.</param>
    internal static IReadOnlyList<string> Arguments(
        string rules, IPEndPoint listen, IPEndPoint store, IPEndPoint alertmanager) =>
    [
        "-rule=" + rules,
        "-evaluationInterval=" + VmalertRules.Interval,
        $"-datasource.url=http://{store}",
        // Otherwise it asks for a time up to an interval ago.
        "-datasource.queryTimeAlignment=false",
        $"-remoteWrite.url=http://{store}",
        "-remoteWrite.flushInterval=1s",
        $"-remoteRead.url=http://{store}",
        $"-notifier.url=http://{alertmanager}",
        // As Prometheus does: Alertmanager holds an alert for four times this. With the default, a minute without the
        // store would be told as the end of all alerts.
        "-rule.resendDelay=1m",
        $"-httpListenAddr={listen}",
        // As Prometheus does: no label for the group, and a link to the expression.
        "-disableAlertgroupLabel",
        $"-external.url=http://{store}",
        "-external.alert.source=vmui/#/?g0.expr={{$expr|queryEscape}}",
    ];
}
