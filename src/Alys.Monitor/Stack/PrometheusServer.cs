using System.Globalization;
using System.Net;
using Alys.Monitor.Rules;

namespace Alys.Monitor.Stack;

/// <summary>A running Prometheus of ours.</summary>
internal static class PrometheusServer
{
    private const string Name = "prometheus";
    private static readonly TimeSpan DiscoveryDeadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromMinutes(3);

    /// <summary>Starts it on data that lasts, kept for 30 days whatever its size, and waits until it answers.</summary>
    /// <param name="package">Which one.</param>
    /// <param name="home">Where its data, its configuration and its log are.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="configuration">The text of its configuration.</param>
    /// <param name="clock">For deadlines.</param>
    /// <param name="cancellation">Ends the wait; the process is then stopped.</param>
    /// <exception cref="StackException">It ended, or it was not ready in three minutes: with the end of its log.
    /// </exception>
    public static async Task<ChildProcess> StartAsync(
        PrometheusPackage package,
        AlysHome home,
        IPEndPoint listen,
        string configuration,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(ConfigurationPath(home), configuration, cancellation);
        await RuleFiles.WriteAsync(home.Run, cancellation);
        ChildProcess child = Start(package, home, listen, clock, again: false);
        using HttpClient http = Loopback.Client();
        Uri ready = new($"http://{listen}/-/ready");
        return await child.ReadyOrStoppedAsync(
            token => Loopback.AnswersAsync(http, ready, token), ReadyDeadline, cancellation);
    }

    /// <summary>Keeps it running from now on: one that ends is started again, on the same data and configuration. What
    /// it did not scrape meanwhile is missing; alerts go on where they were.</summary>
    /// <param name="running">What <see cref="StartAsync"/> gave.</param>
    /// <param name="package">Which one.</param>
    /// <param name="home">Where its data, its configuration and its log are.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="say">Takes the lines that say that it ended and is started again.</param>
    /// <param name="clock">For deadlines and pauses.</param>
    public static SupervisedProcess Supervise(
        ChildProcess running,
        PrometheusPackage package,
        AlysHome home,
        IPEndPoint listen,
        Action<string> say,
        TimeProvider clock) =>
        SupervisedProcess.Of(running, () => Start(package, home, listen, clock, again: true), say, clock);

    /// <summary>
    /// Waits until it has scraped our targets: before that it answers with the last values of an earlier run.
    /// Prometheus looks for its targets five seconds after it started, so this takes that long, and up to the scrape
    /// interval longer.
    /// </summary>
    /// <param name="server">What <see cref="StartAsync"/> gave.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="targets">How many targets of ours it has, besides itself.</param>
    /// <param name="since">When it was started: older samples do not count.</param>
    /// <param name="scrapeInterval">How often it scrapes.</param>
    /// <param name="cancellation">Ends the wait; the process is then stopped.</param>
    /// <exception cref="StackException">It ended, or it has not scraped in time: with the end of its log.</exception>
    public static async Task FirstScrapeAsync(
        ChildProcess server,
        IPEndPoint listen,
        int targets,
        DateTimeOffset since,
        TimeSpan scrapeInterval,
        CancellationToken cancellation)
    {
        using HttpClient http = Loopback.Client();
        await server.ReadyOrStoppedAsync(
            token => HasScrapedAsync(http, listen, targets, since, token),
            DiscoveryDeadline + 2 * scrapeInterval,
            cancellation);
    }

    /// <summary>
    /// A page that shows a query. Where it is differs: Debian's Prometheus has it at <c>/classic/graph</c>, others at
    /// <c>/graph</c> or <c>/query</c>; the root leads there.
    /// </summary>
    /// <param name="listen">Where it listens.</param>
    /// <param name="query">The expression to show.</param>
    /// <param name="cancellation">Ends the question.</param>
    public static async Task<Uri> GraphPageAsync(IPEndPoint listen, string query, CancellationToken cancellation)
    {
        using HttpClient http = Loopback.Client();
        Uri root = new($"http://{listen}/");
        Uri page = root;
        try
        {
            using HttpResponseMessage response = await http.GetAsync(root, cancellation);
            page = response.RequestMessage?.RequestUri ?? root;
        }
        catch (HttpRequestException)
        {
            // It is only an example; whoever opens the root is led to the page as well.
        }

        return new Uri(page, $"?g0.expr={Uri.EscapeDataString(query)}&g0.tab=0&g0.range_input=5m");
    }

    /// <summary>What it is started with.</summary>
    /// <param name="package">Which one.</param>
    /// <param name="home">Where its data and its configuration are.</param>
    /// <param name="listen">Where it listens.</param>
    internal static IReadOnlyList<string> Arguments(PrometheusPackage package, AlysHome home, IPEndPoint listen) =>
    [
        "--config.file=" + ConfigurationPath(home),
        "--storage.tsdb.path=" + home.PrometheusData,
        "--storage.tsdb.retention.time=30d",
        string.Create(CultureInfo.InvariantCulture, $"--web.listen-address={listen}"),
        // Where the query of an alert can be seen; by default at the name of the machine, where nothing listens.
        string.Create(CultureInfo.InvariantCulture, $"--web.external-url=http://{listen}"),
        // After a restart an alert whose `for` is shorter than this begins anew. With the default of ten minutes that
        // would be most of ours, and Alertmanager, which is told of an alert for four minutes ahead, would call them
        // resolved meanwhile.
        "--rules.alert.for-grace-period=1m",
        // How long a stop waits for a store to take what it has not got yet; one that is down would make it a minute.
        "--storage.remote.flush-deadline=2s",
        .. package.AssetArguments,
    ];

    private static string ConfigurationPath(AlysHome home) => Path.Combine(home.Run, "prometheus.yml");

    private static ChildProcess Start(
        PrometheusPackage package, AlysHome home, IPEndPoint listen, TimeProvider clock, bool again) =>
        ChildProcess.Start(Name, package.Program, Arguments(package, home, listen), home, clock, again);

    private static async Task<bool> HasScrapedAsync(
        HttpClient http, IPEndPoint listen, int targets, DateTimeOffset since, CancellationToken cancellation)
    {
        double seconds = since.ToUnixTimeMilliseconds() / 1000.0;
        // Of a plain selector, timestamp() is the time of the sample; of anything else it is the time of the query.
        string query = string.Create(
            CultureInfo.InvariantCulture,
            $"timestamp(up{{job=~\"alys.*\"}}) >= {seconds} and up{{job=~\"alys.*\"}} == 1");
        try
        {
            PrometheusApi api = new(http, new Uri($"http://{listen}"));
            return (await api.AskAsync(query, cancellation)).Count >= targets;
        }
        catch (UsageException)
        {
            // Busy: it is asked again.
            return false;
        }
    }
}
