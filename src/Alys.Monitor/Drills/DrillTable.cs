using System.Globalization;

namespace Alys.Monitor.Drills;

/// <summary>What drills came to, as a table.</summary>
internal static class DrillTable
{
    /// <summary>The line above all.</summary>
    public static string Header { get; } = Row(
        "ALERT", "SEVERITY", "ABOUT", "FOR", "FIRED", "RESOLVED", "CLOCK", "CAUSE");

    /// <summary>A line; with a second one if something is wrong.</summary>
    public static string Line(DrillResult result)
    {
        string line = Row(
            result.Alert.Name,
            result.Labels.GetValueOrDefault("severity", "?"),
            About(result),
            result.Fired is null ? "-" : Seconds(result.For),
            Seconds(result.Fired),
            result.Alert.Resolves ? Seconds(result.Resolved) : "never",
            $"x{result.Speed.ToString(CultureInfo.InvariantCulture)}",
            result.Trouble);
        return result.Problem is null ? line : $"{line}{Environment.NewLine}  FAILED: {result.Problem}";
    }

    /// <summary>How many there were, and how many of them failed.</summary>
    public static string Summary(IReadOnlyCollection<DrillResult> results, TimeSpan took)
    {
        int failed = results.Count(result => result.Problem is not null);
        // With the clocks that are shipped nobody waits for the end.
        bool ended = results.All(result => result.Resolved is not null || !result.Alert.Resolves);
        string what = failed > 0 ? $"{failed} failed" : ended ? "all arrived and were resolved" : "all arrived";
        return string.Create(
            CultureInfo.InvariantCulture, $"{results.Count} alerts drilled in {took.TotalSeconds:0} s: {what}");
    }

    private static string Row(
        string alert, string severity, string about, string wait, string fired, string resolved, string clock,
        string cause) =>
        $"{alert,-32} {severity,-8} {about,-22} {wait,8} {fired,8} {resolved,8} {clock,5}  {cause}";

    // What an alert is about besides its node: a closed list, since a line has no room for all labels.
    private static string About(DrillResult result)
    {
        string[] labels = ["instance", "actor_type", "phase", "method", "collector", "device", "peg", "subject"];
        return string.Join(' ', labels
            .Select(label => result.Labels.GetValueOrDefault(label) ?? result.Alert.Labels.GetValueOrDefault(label))
            .Where(value => value is not null));
    }

    private static string Seconds(TimeSpan? time) => time is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalSeconds:0.0} s") : "-";
}
