namespace Alys.PromQL;

/// <summary>Which PromQL is read.</summary>
public sealed record PromQLOptions
{
    /// <summary>Prometheus 2.42, the oldest that is supported and the one of Debian 12.</summary>
    public static PromQLOptions Prometheus2 { get; } = new();

    /// <summary>The newest Prometheus 3 that is known here, without its experimental features.</summary>
    public static PromQLOptions Prometheus3 { get; } = new() { Version = new Version(3, 99) };

    /// <summary>
    /// The version of Prometheus: which functions there are, and whether the syntax of 3.0 is read (quoted names,
    /// numbers as durations, durations as numbers, underscores in numbers). Some of that syntax came in releases
    /// between 2.42 and 3.0; here it begins at 3.0. Default: 2.42.
    /// </summary>
    public Version Version { get; init; } = new(2, 42);

    /// <summary>
    /// Whether what stands behind feature flags is taken: experimental functions, <c>limitk</c> and
    /// <c>limit_ratio</c>, before 3.14 arithmetic in durations, <c>anchored</c>, <c>smoothed</c>, <c>fill</c>.
    /// Default: no.
    /// </summary>
    public bool AllowExperimental { get; init; }

    /// <summary>
    /// Whether Grafana's variables are read: <c>$name</c>, <c>${name}</c>, <c>${name:format}</c>, <c>[[name]]</c>, also
    /// as a part of a name, a range or a string. Default: no.
    /// </summary>
    public bool AllowGrafanaVariables { get; init; }

    /// <summary>
    /// How deep an expression may be nested, 1 to 1,000. A chain of operators that bind from the left, such as
    /// <c>a + b - c</c>, does not nest and may be of any length; one of <c>^</c> does. What is deeper gets a
    /// diagnostic. Default: 1,000. Values outside the range count as the nearest one inside.
    /// </summary>
    public int MaxDepth { get; init; } = 1_000;

    internal bool IsThree => Version.Major >= 3;
}
