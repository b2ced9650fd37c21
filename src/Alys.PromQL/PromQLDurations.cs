using Alys.PromQL.Lexing;

namespace Alys.PromQL;

/// <summary>Durations as Prometheus writes them, in expressions and in its files: <c>1h30m</c>.</summary>
/// <remarks><b>Threads:</b> any. <b>Source:</b>
/// https://prometheus.io/docs/prometheus/latest/querying/basics/, section on durations.</remarks>
public static class PromQLDurations
{
    /// <summary>Reads one, at most 292 years. Null when the text is none; files may have <c>0</c> without a unit.
    /// </summary>
    public static TimeSpan? TryParse(string? text) =>
        text == "0" ? TimeSpan.Zero : DurationText.TryParse(text, out TimeSpan value) is null ? value : null;

    /// <summary>The canonical text, to the millisecond: <c>90s</c> is <c>1m30s</c>.</summary>
    public static string ToText(TimeSpan value) => DurationText.Print(value);
}
