using System.Globalization;

namespace Alys.Checks.Dashboards;

/// <summary>The units of Grafana, as <c>grafana.units</c> lists them.</summary>
/// <remarks><b>Threads:</b> any; they do not change.</remarks>
internal static class GrafanaUnits
{
    /// <summary>What is counted in a time, whatever it is.</summary>
    public const string Events = "events/second";

    /// <summary>A part of 1.</summary>
    public const string Ratio = "ratio";

    // "Custom units" of Grafana's documentation.
    private static readonly string[] Prefixes = ["suffix:", "prefix:", "time:", "si:", "count:", "currency:", "bool:"];

    private static readonly Dictionary<string, GrafanaUnit> All = Read();

    /// <summary>The ids of all that are listed.</summary>
    public static IEnumerable<string> Ids => All.Keys;

    /// <summary>A unit by its id, or one that is made up with a prefix such as <c>suffix:</c>; null when there is none:
    /// Grafana writes its id behind the number then.</summary>
    public static GrafanaUnit? Find(string id) =>
        All.TryGetValue(id, out GrafanaUnit? unit) ? unit
        : Prefixes.Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal)) ? new GrafanaUnit(id) : null;

    /// <summary>Whether values that are multiplied by a number are in another unit of a measure then: seconds by 1000
    /// are milliseconds.</summary>
    public static bool Converts(string measure, double factor) =>
        All.Values.Any(unit => unit.Measure == measure && Fits(unit, factor));

    /// <summary>Whether values of a unit's measure that are multiplied by a number are in that unit.</summary>
    public static bool Fits(GrafanaUnit unit, double factor) => Math.Abs((factor * unit.Size) - 1) < 1e-4;

    private static Dictionary<string, GrafanaUnit> Read()
    {
        using StreamReader reader = new(
            typeof(GrafanaUnits).Assembly.GetManifestResourceStream("grafana.units")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').Select(line => line.Split(' '))
            .Select(words => words.Length == 1 ? new GrafanaUnit(words[0])
                : new GrafanaUnit(words[0], words[1], double.Parse(words[2], CultureInfo.InvariantCulture)))
            .ToDictionary(unit => unit.Id, StringComparer.Ordinal);
    }
}
