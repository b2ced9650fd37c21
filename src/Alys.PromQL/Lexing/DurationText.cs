namespace Alys.PromQL.Lexing;

/// <summary>The values of durations such as <c>1h30m</c>.</summary>
/// <remarks><b>Source:</b> https://prometheus.io/docs/prometheus/latest/querying/basics/, section on durations: units
/// from the longest to the shortest, each once, whole numbers.</remarks>
internal static class DurationText
{
    private const long MaxMilliseconds = long.MaxValue / 1_000_000;

    private static readonly (string Unit, long Milliseconds)[] Units =
    [
        ("y", 365 * 86_400_000L), ("w", 7 * 86_400_000L), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000),
        ("s", 1_000), ("ms", 1),
    ];

    /// <summary>The value of a duration, at most 292 years; otherwise what is wrong, in words.</summary>
    public static string? TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        long total = 0;
        int next = 0;
        int at = 0;
        while (at < text.Length)
        {
            long amount = 0;
            int digits = at;
            for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
                amount = Math.Min(MaxMilliseconds + 1, (amount * 10) + (text[at] - '0'));
            if (at == digits) return "is no duration";
            int unit = at;
            while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
            if (at == unit) return "is no duration: each number in it is a whole one with a unit";
            int found = IndexOf(text[unit..at]);
            if (found < 0) return $"has the unknown unit '{text[unit..at]}'";
            if (found < next) return $"has its units in the wrong order: '{Units[found].Unit}' comes too late";
            next = found + 1;
            if (amount > MaxMilliseconds / Units[found].Milliseconds) return "is longer than 292 years";
            total += amount * Units[found].Milliseconds;
            if (total > MaxMilliseconds) return "is longer than 292 years";
        }

        value = TimeSpan.FromTicks(total * TimeSpan.TicksPerMillisecond);
        return text.IsEmpty ? "is no duration" : null;
    }

    /// <summary>The canonical text of a duration: years and weeks only if nothing is left over.</summary>
    public static string Print(TimeSpan value)
    {
        long rest = Math.Abs(value.Ticks / TimeSpan.TicksPerMillisecond);
        if (rest == 0) return "0s";
        var text = new System.Text.StringBuilder(value < TimeSpan.Zero ? "-" : "");
        foreach ((string unit, long milliseconds) in Units)
        {
            bool isExactOnly = unit is "y" or "w";
            if (rest < milliseconds || (isExactOnly && rest % milliseconds != 0)) continue;
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{rest / milliseconds}{unit}");
            rest %= milliseconds;
        }

        return text.ToString();
    }

    private static int IndexOf(ReadOnlySpan<char> unit)
    {
        for (int i = 0; i < Units.Length; i++)
        {
            if (unit.SequenceEqual(Units[i].Unit)) return i;
        }

        return -1;
    }
}
