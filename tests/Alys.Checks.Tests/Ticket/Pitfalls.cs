namespace Alys.Checks.Tests.Ticket;

/// <summary>The known mistakes in rules, dashboards and the stack, each with the check that finds it.</summary>
internal static class Pitfalls
{
    private const string Knowledge = "whoever knows the node knows which value can be reached, the catalog does not";
    private const string Words = "what a sentence says of a number is for a person to read";
    private const string Containers = "no check reads compose files; tests of the stack hold ours";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Pitfall> All { get; } =
    [
        // In rules.
        Found("rate() on a gauge", "promql/rate-of-gauge", "rules.yml:8"),
        Found("histogram_quantile on a bare metric", "promql/histogram-quantile", "dashboard.json:34"),
        Found("a histogram by its bare name", "promql/unknown-metric", "dashboard.json:34"),
        Shown("le is aggregated away, or rate() is missing", "promql/histogram-quantile"),
        Shown("a threshold above the top finite bucket", "promql/histogram-quantile"),
        Shown("and or / between different label sets", "promql/never-matches"),
        Found("a label in an annotation that the expression does not produce", "alert/template-label",
            "rules.yml:14", "rules.yml:43", "rules.yml:52"),
        Shown("counter > 0", "promql/raw-counter"),
        Found("increase() > 0 that resolves in a minute", "alert/keep-firing", "rules.yml:25"),
        NotSeen("a threshold that nobody can reach", Knowledge),
        NotSeen("nothing fires when the node is down", "what is not there has no place; TargetDown, TargetAbsent and "
            + "Watchdog have tests of their own"),
        NotSeen("vector(1) does not prove ingestion", "IngestionWatchdog does; its test holds it"),
        NotSeen("no state guard", "whether being far behind is bad at the moment is known to whoever knows the node; "
            + "the tests of the rules hold ours"),
        NotSeen("CPU rules for each core, disk rules over read-only and tmpfs, free for avail",
            "such an expression is right PromQL; the tests of the rules hold ours"),
        NotSeen("$value is a rate but the text says something else", Words),
        NotSeen("humanizePercentage of an absolute count", Words),
        Shown("humanizeBytes does not exist", "alert/template-function"),
        Shown("one bad rule and Prometheus refuses to start", "promql/syntax"),
        Shown("one bad file and Prometheus refuses to start", "file/readable"),
        Found("no runbook", "alert/required",
            "rules.yml:7", "rules.yml:16", "rules.yml:25", "rules.yml:36", "rules.yml:45", "rules.yml:57",
            "rules.yml:66"),

        // In the stack.
        Found("Prometheus scrapes itself and the node is never scraped", "scrape/unknown-port", "prometheus.yml:19"),
        Found("guessed alternative targets", "scrape/unknown-port", "prometheus.yml:25"),
        Shown("a placeholder for a URL in Alertmanager", "route/receiver"),
        Shown("every critical alert routed to one receiver", "route/unreachable"),
        Shown("an inhibition whose equal labels are missing on both sides", "route/inhibition"),
        Shown("an inhibition on alertname that can never match", "route/inhibition"),
        Found("a dashboard wrapped as for the API", "dashboard/api-wrapper", "dashboard.json:2"),
        Found("panels that are gone", "dashboard/removed-panel",
            "dashboard.json:7", "dashboard.json:27", "dashboard.json:41", "dashboard.json:55"),
        Found("no uid", "dashboard/duplicate-id", "dashboard.json:2"),
        Found("no data source", "dashboard/datasource",
            "dashboard.json:6", "dashboard.json:16", "dashboard.json:26", "dashboard.json:40", "dashboard.json:54"),
        NotSeen("a fixed [5m] for $__rate_interval", "a fixed range is right where a window is meant; the tests of the "
            + "dashboards hold ours"),
        Found("messages/s and seconds on one axis, without a unit", "dashboard/panel-unit", "dashboard.json:26"),
        NotSeen(":latest, admin/admin, 0.0.0.0, hidden volumes, a size cap that cuts the 30 days", Containers),
        NotSeen("node exporter that measures its own container", Containers),
        NotSeen("Pushgateway: a dead node keeps its last values", "it is a choice of parts; ours has none"),
    ];

    private static Pitfall Found(string what, string check, params string[] places) => new(what, check, places, "");

    private static Pitfall Shown(string what, string check) => new(what, check, [], "");

    private static Pitfall NotSeen(string what, string reason) => new(what, null, [], reason);
}
