using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>The alerts of <c>monitoring/prometheus/rules</c>.</summary>
internal static class ShippedAlerts
{
    /// <summary>The folder that holds what an operator installs.</summary>
    internal static string Monitoring => Path.Combine(AlysHome.Locate(null).Root, "..", "monitoring");

    /// <summary>All of them; the same name comes twice when it has two severities.</summary>
    internal static IReadOnlyList<ShippedAlert> All { get; } =
    [
        .. RuleFileText.All.SelectMany(file => file.Rules).Where(rule => rule.IsAlert)
            .Select(rule => new ShippedAlert(rule.Name, rule.Label("severity"), rule.Label("component")))
            .Distinct(),
    ];
}
