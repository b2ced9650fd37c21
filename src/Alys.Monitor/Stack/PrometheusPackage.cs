namespace Alys.Monitor.Stack;

/// <summary>Prometheus: the one on PATH, else Debian's package unpacked below <c>tools/</c>.</summary>
/// <param name="Program">The server.</param>
/// <param name="Promtool">Its companion that checks configuration, rules and metrics.</param>
/// <param name="AssetArguments">What the server needs to find the files of its pages; empty when it finds them
/// itself.</param>
internal sealed record PrometheusPackage(string Program, string Promtool, IReadOnlyList<string> AssetArguments)
{
    private const string Name = "prometheus";

    // What the pages of Debian's Prometheus load: its web folder has relative links to these packages' files.
    private static readonly string[] PageCompanions =
    [
        "fonts-glyphicons-halflings", "libjs-bootstrap4", "libjs-d3", "libjs-eonasdan-bootstrap-datetimepicker",
        "libjs-jquery", "libjs-jquery-hotkeys", "libjs-moment", "libjs-moment-timezone", "libjs-mustache",
        "libjs-popper.js", "libjs-rickshaw",
    ];

    /// <summary>Finds or downloads it.</summary>
    /// <exception cref="UsageException">It is not there and cannot be had.</exception>
    public static async Task<PrometheusPackage> EnsureAsync(
        AlysHome home, Action<string> progress, CancellationToken cancellation)
    {
        if (Executables.Find(Name) is { } program && Executables.Find("promtool") is { } promtool)
            return new PrometheusPackage(program, promtool, []);

        string root = await new DebianPackage(home, progress).EnsureAsync(Name, PageCompanions, cancellation);
        return new PrometheusPackage(
            Path.Combine(root, "usr/bin/prometheus"),
            Path.Combine(root, "usr/bin/promtool"),
            [
                $"--web.local-assets={root}/usr/share/prometheus/web/",
                $"--web.console.templates={root}/etc/prometheus/consoles",
                $"--web.console.libraries={root}/etc/prometheus/console_libraries",
            ]);
    }
}
