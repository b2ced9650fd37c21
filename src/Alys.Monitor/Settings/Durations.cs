using System.Globalization;

namespace Alys.Monitor.Settings;

/// <summary>Times as a person and Prometheus write them: a whole number and one of ms, s, m, h.</summary>
internal static class Durations
{
    private static readonly (string Unit, TimeSpan Value)[] Units =
    [
        // "ms" before "s": the first suffix that fits is taken.
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    /// <summary>Reads <c>500ms</c>, <c>5s</c>, <c>1m</c> or <c>2h</c>; null when the text is something else.</summary>
    public static TimeSpan? TryParse(string text)
    {
        foreach ((string unit, TimeSpan value) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && int.TryParse(
                    text.AsSpan()[..^unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            {
                return count * value;
            }
        }

        return null;
    }

    /// <summary>The text that <see cref="TryParse"/> and Prometheus read, to the millisecond.</summary>
    public static string ToText(TimeSpan duration)
    {
        long milliseconds = (long)duration.TotalMilliseconds;
        return milliseconds % 1000 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000}s")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms");
    }
}
