using Alys.Checks.Shapes;

namespace Alys.Checks.Scraping;

/// <summary>The settings of <c>prometheus.yml</c>, of Prometheus 2.42 to 3.x: which of them one version has is its own
/// to say. What is in settings of HTTP, of relabelling and of service discovery is left to promtool.</summary>
/// <remarks><b>Source:</b> "Configuration" of the documentation of Prometheus.</remarks>
internal static class PrometheusShape
{
    /// <summary>How settings of service discovery end; there is one for each kind of place that targets are found in.
    /// </summary>
    private const string Discovery = "_sd_configs";

    private static readonly string[] Http =
    [
        "basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file", "tls_config", "follow_redirects",
        "enable_http2", "proxy_url", "no_proxy", "proxy_from_environment", "proxy_connect_header", "http_headers",
        "static_configs", "relabel_configs", "scheme",
    ];

    private static readonly string[] Scrape =
    [
        "scrape_protocols", "scrape_native_histograms", "always_scrape_classic_histograms",
        "convert_classic_histograms_to_nhcb", "extra_scrape_metrics", "scrape_failure_log_file", "body_size_limit",
        "sample_limit", "target_limit", "label_limit", "label_name_length_limit", "label_value_length_limit",
        "keep_dropped_targets", "metric_name_validation_scheme", "metric_name_escaping_scheme",
    ];

    private static readonly string[] Job =
    [
        "fallback_scrape_protocol", "scrape_classic_histograms", "metrics_path", "honor_labels", "honor_timestamps",
        "track_timestamps_staleness", "params", "enable_compression", "metric_relabel_configs",
        "native_histogram_bucket_limit", "native_histogram_min_bucket_factor",
    ];

    // Not all kinds: those that somebody is most likely to have meant.
    private static readonly string[] Discoveries =
    [
        "consul_sd_configs", "dns_sd_configs", "docker_sd_configs", "ec2_sd_configs", "file_sd_configs",
        "http_sd_configs", "kubernetes_sd_configs",
    ];

    private static readonly KeyValuePair<string, Shape>[] Interval =
        [new("scrape_interval", Shape.Duration), new("scrape_timeout", Shape.Duration)];

    private static readonly MapShape Global = Map(
        "global",
        [.. Scrape, "query_log_file", "external_labels"],
        [.. Interval, new("evaluation_interval", Shape.Duration), new("rule_query_offset", Shape.Duration)]);

    private static readonly MapShape OfJob = Map(
        "a job",
        [.. Scrape, .. Http, .. Discoveries, .. Job],
        [.. Interval, new("job_name", Shape.Text), new("static_configs", Targets)],
        IsDiscovery);

    private static readonly MapShape Alertmanager = Map(
        "one of alertmanagers",
        [.. Http, .. Discoveries, "alert_relabel_configs", "api_version", "path_prefix", "sigv4"],
        [new("timeout", Shape.Duration), new("static_configs", Targets)],
        IsDiscovery);

    private static readonly MapShape Alerting = Map(
        "alerting", ["alert_relabel_configs"],
        [new("alertmanagers", new ListShape(Alertmanager, "one of alertmanagers"))]);

    /// <summary>All of it.</summary>
    public static Shape Whole { get; } = Map(
        "Prometheus",
        ["runtime", "remote_write", "remote_read", "otlp", "storage", "tracing"],
        [
            new("global", Global), new("rule_files", Texts), new("scrape_config_files", Texts),
            new("scrape_configs", new ListShape(OfJob, "a job")), new("alerting", Alerting),
        ]);

    /// <summary>A file of targets, and <c>static_configs</c>.</summary>
    public static Shape Targets => new ListShape(
        Map("a group of targets", [], [new("targets", Texts), new("labels", new LabelsShape())]), "a group of targets");

    private static ListShape Texts => new(Shape.Text, "an item");

    private static MapShape Map(
        string what, IEnumerable<string> any, KeyValuePair<string, Shape>[] shapes, Func<string, bool>? others = null)
    {
        Dictionary<string, Shape> settings = any.ToDictionary(name => name, _ => Shape.Any);
        foreach ((string name, Shape shape) in shapes) settings[name] = shape;
        return new MapShape(what, settings, others);
    }

    private static bool IsDiscovery(string name) => name.EndsWith(Discovery, StringComparison.Ordinal);
}
