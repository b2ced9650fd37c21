namespace Alys.Checks.Scraping;

/// <summary>The settings of <c>prometheus.yml</c> by the part they stand in, of Prometheus 2.42 to 3.x: which of them
/// one version has is its own to say.</summary>
/// <remarks><b>Source:</b> "Configuration" of the documentation of Prometheus.</remarks>
internal static class PrometheusKeys
{
    /// <summary>How settings of service discovery end; there is one for each kind of place that targets are found in.
    /// </summary>
    public const string Discovery = "_sd_configs";

    private static readonly string[] Http =
    [
        "basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file", "tls_config", "follow_redirects",
        "enable_http2", "proxy_url", "no_proxy", "proxy_from_environment", "proxy_connect_header", "http_headers",
    ];

    private static readonly string[] Scrape =
    [
        "scrape_interval", "scrape_timeout", "scrape_protocols", "scrape_native_histograms",
        "always_scrape_classic_histograms", "convert_classic_histograms_to_nhcb", "extra_scrape_metrics",
        "scrape_failure_log_file", "body_size_limit", "sample_limit", "target_limit", "label_limit",
        "label_name_length_limit", "label_value_length_limit", "keep_dropped_targets",
        "metric_name_validation_scheme", "metric_name_escaping_scheme",
    ];

    // Not all kinds: those that somebody is most likely to have meant.
    private static readonly string[] Discoveries =
    [
        "consul_sd_configs", "dns_sd_configs", "docker_sd_configs", "ec2_sd_configs", "file_sd_configs",
        "http_sd_configs", "kubernetes_sd_configs",
    ];

    /// <summary>At the top.</summary>
    public static IReadOnlyList<string> Top { get; } =
    [
        "global", "runtime", "rule_files", "scrape_config_files", "scrape_configs", "alerting", "remote_write",
        "remote_read", "otlp", "storage", "tracing",
    ];

    /// <summary>In <c>global</c>.</summary>
    public static IReadOnlyList<string> Global { get; } =
    [
        .. Scrape, "evaluation_interval", "rule_query_offset", "external_labels", "query_log_file",
    ];

    /// <summary>In a job of <c>scrape_configs</c>.</summary>
    public static IReadOnlyList<string> Job { get; } =
    [
        .. Scrape, .. Http, .. Discoveries, "job_name", "static_configs", "fallback_scrape_protocol",
        "scrape_classic_histograms", "metrics_path", "honor_labels", "honor_timestamps", "track_timestamps_staleness",
        "scheme", "params", "enable_compression", "relabel_configs", "metric_relabel_configs",
        "native_histogram_bucket_limit", "native_histogram_min_bucket_factor",
    ];

    /// <summary>In <c>alerting</c>.</summary>
    public static IReadOnlyList<string> Alerting { get; } = ["alert_relabel_configs", "alertmanagers"];

    /// <summary>In one of <c>alertmanagers</c>.</summary>
    public static IReadOnlyList<string> Alertmanager { get; } =
    [
        .. Http, .. Discoveries, "static_configs", "relabel_configs", "alert_relabel_configs", "api_version", "timeout",
        "path_prefix", "scheme", "sigv4",
    ];

    /// <summary>In one of <c>static_configs</c>, and in a file of targets.</summary>
    public static IReadOnlyList<string> Targets { get; } = ["targets", "labels"];
}
