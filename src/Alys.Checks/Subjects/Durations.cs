using System.Globalization;

namespace Alys.Checks.Subjects;

/// <summary>Durations as Prometheus writes them in its files: <c>1h30m</c>.</summary>
internal static class Durations
{
    private static readonly (string Name, double Milliseconds)[] Units =
        [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

    // Prometheus counts nanoseconds in 64 bits.
    private const double Longest = long.MaxValue / 1_000_000.0;

    /// <summary>Reads one; null when the text is none, or one that is longer than Prometheus takes (292 years).
    /// </summary>
    public static TimeSpan? TryParse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (text == "0") return TimeSpan.Zero;
        double milliseconds = 0;
        int position = 0;
        while (position < text.Length)
        {
            int start = position;
            while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
            int unit = position;
            while (position < text.Length && char.IsAsciiLetter(text[position])) position++;
            if (!double.TryParse(
                    text.AsSpan(start, unit - start), NumberStyles.None, CultureInfo.InvariantCulture, out double count)
                || UnitOf(text[unit..position]) is not { } length)
            {
                return null;
            }

            milliseconds += count * length;
        }

        return milliseconds < Longest ? TimeSpan.FromMilliseconds(milliseconds) : null;
    }

    /// <summary>The shortest text: <c>90s</c> is <c>1m30s</c>.</summary>
    public static string ToText(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero) return "0s";
        string text = "";
        double left = duration.TotalMilliseconds;
        foreach ((string name, double length) in Units)
        {
            double count = Math.Floor(left / length);
            if (count > 0) text += count.ToString(CultureInfo.InvariantCulture) + name;
            left -= count * length;
        }

        return text;
    }

    private static double? UnitOf(string unit) => unit switch
    {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        "w" => 7 * 86_400_000.0,
        "y" => 365 * 86_400_000.0,
        _ => null,
    };
}
