using Alys.Monitor.Alerting;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Notices as Alertmanager would give them.</summary>
internal static class Notices
{
    internal static AlertNotice Of(
        string name, string severity, string instance, string summary, bool firing = true, string startsAt = "now") =>
        new(firing, $"{name}/{instance}", startsAt)
        {
            Labels = new Dictionary<string, string>
            {
                ["alertname"] = name,
                ["severity"] = severity,
                ["instance"] = instance,
            },
            Annotations = new Dictionary<string, string> { ["summary"] = summary },
        };
}
