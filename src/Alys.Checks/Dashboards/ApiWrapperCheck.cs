using Alys.Checks.Subjects;

namespace Alys.Checks.Dashboards;

/// <summary>A dashboard as Grafana's API takes it, which its provisioning does not.</summary>
public sealed class ApiWrapperCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dashboard/api-wrapper";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from dashboard in subject.Dashboards
               from entry in dashboard.Document.Entries
               where entry.Key.Value == "dashboard"
               select dashboard.Problem(
                   Id, entry.Key, "the dashboard is wrapped as for the HTTP API, so it cannot be provisioned",
                   "Put what is in \"dashboard\" at the top of the file.");
    }
}
