using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Dashboards;

/// <summary>One query of a panel.</summary>
/// <param name="Dashboard">The uid of its dashboard.</param>
/// <param name="Panel">The title of its panel.</param>
/// <param name="RefId">Its letter in the panel.</param>
/// <param name="Expression">What is asked, with Grafana's variables in it.</param>
internal sealed partial record PanelQuery(string Dashboard, string Panel, string RefId, string Expression)
{
    /// <summary>What Grafana would ask when everything is chosen.</summary>
    /// <param name="range">The time that stands for the shown one and for that of rates.</param>
    public string Filled(string range) => Variable().Replace(
        Expression.Replace("$__rate_interval", range, StringComparison.Ordinal)
            .Replace("$__range", range, StringComparison.Ordinal),
        ".+");

    public override string ToString() => $"{Dashboard} | {Panel} {RefId} | {Expression}";

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Variable();
}
