using System.Globalization;
using System.Text.RegularExpressions;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Rules;

/// <summary>
/// The times in rules. Prometheus writes most of them with a unit, such as <c>[5m]</c> and <c>for: 1m</c>. In
/// expressions that compute with seconds it does not: there a template writes <c>@600s@</c>, or a setting whose value
/// has a unit. So a rule can be had on a clock that is so many times as fast, and tests the same.
/// </summary>
internal static partial class RuleTimes
{
    // A rule that compares with this setting wants its seconds as a number.
    private const string NumberSuffix = "_seconds";

    /// <summary>A time as the number of its seconds.</summary>
    public static string Seconds(string time, double speed) =>
        ((Durations.TryParse(time) ?? throw new ArgumentException($"'{time}' is no time", nameof(time))).TotalSeconds
            / speed).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A setting's value as it stands in a rule: of a time whose seconds are wanted the number, on the faster
    /// clock; else as it is. What stands there with its unit <see cref="Faster"/> shortens.</summary>
    public static string Setting(string name, string value, double speed) =>
        Durations.TryParse(value) is not null && name.EndsWith(NumberSuffix, StringComparison.Ordinal)
            ? Seconds(value, speed) : value;

    /// <summary>Rules whose ranges, offsets, steps and waits pass so many times as fast.</summary>
    public static string Faster(string rules, double speed) => speed == 1 ? rules
        : WithUnit().Replace(rules, match => Divide(match.Value, speed));

    // Prometheus' shortest time is a millisecond.
    private static string Divide(string time, double speed)
    {
        TimeSpan whole = time.EndsWith('d') ? TimeSpan.FromDays(int.Parse(time[..^1], CultureInfo.InvariantCulture))
            : Durations.TryParse(time) ?? throw new ArgumentException($"'{time}' is no time", nameof(time));
        return speed == 1 ? time : Durations.ToText(TimeSpan.FromMilliseconds(
            Math.Max(1, Math.Round((whole / speed).TotalMilliseconds))));
    }

    // After "[", "[5m:", "offset" and the names of waits; not in names such as rate5m.
    [GeneratedRegex(@"(?<=\[(?:[0-9]+[a-z]+:)?|\boffset |^ *(?:for|keep_firing_for|interval): )[0-9]+(?:ms|[smhd])\b",
        RegexOptions.Multiline)]
    private static partial Regex WithUnit();
}
