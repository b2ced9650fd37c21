using System.Text.RegularExpressions;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>The alerts of <c>monitoring/prometheus/rules</c>; where these are not there, a few of each kind.</summary>
internal static partial class ShippedAlerts
{
    /// <summary>The folder that holds what an operator installs.</summary>
    internal static string Monitoring => Path.Combine(AlysHome.Locate(null).Root, "..", "monitoring");

    /// <summary>All of them; the same name comes twice when it has two severities.</summary>
    internal static IReadOnlyList<ShippedAlert> All { get; } = Read();

    private static ShippedAlert[] Read()
    {
        string rules = Path.Combine(Monitoring, "prometheus", "rules");
        if (!Directory.Exists(rules))
            return Some();
        ShippedAlert[] alerts = [.. Directory.EnumerateFiles(rules, "*.yml")
            .SelectMany(file => Alert().Matches(File.ReadAllText(file)))
            .Select(match => new ShippedAlert(
                match.Groups["name"].Value,
                Severity().Match(match.Value).Groups[1].Value,
                Component().Match(match.Value).Groups[1].Value))
            .Distinct()];
        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert => Assert.False(alert.Severity == "" || alert.Component == "", $"{alert}"));
        return alerts;
    }

    private static ShippedAlert[] Some() =>
    [
        new("Watchdog", "none", "monitoring"), new("IngestionWatchdog", "critical", "monitoring"),
        new("TargetDown", "critical", "monitoring"), new("TargetDown", "warning", "monitoring"),
        new("MigrationRollback", "critical", "migration"), new("MigrationStalled", "warning", "migration"),
        new("BridgeInsolvent", "critical", "bridge"), new("PeginDelayed", "warning", "bridge"),
        new("NoAuxPow", "critical", "chain"), new("MissedSlots", "warning", "chain"),
        new("PeersOneRegion", "info", "peers"),
    ];

    // From the name to the next rule: a dash as far to the left, or the end.
    [GeneratedRegex(@"^ +- alert: (?<name>\w+)\n(?:(?! +- (?:alert|record|name): ).*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Alert();

    [GeneratedRegex(@"^ +severity: ""?(\w+)", RegexOptions.Multiline)]
    private static partial Regex Severity();

    [GeneratedRegex(@"^ +component: ""?(\w+)", RegexOptions.Multiline)]
    private static partial Regex Component();
}
