using Alys.Checks.Subjects;

namespace Alys.Checks.Dashboards;

/// <summary>Two dashboards with one uid, of which Grafana loads one; or two panels with one id.</summary>
public sealed class DuplicateIdCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dashboard/duplicate-id";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        IEnumerable<Problem> uids =
            from dashboard in subject.Dashboards
            where dashboard.Uid is { Length: > 0 }
            group dashboard by dashboard.Uid into same
            from later in same.Skip(1)
            select later.Problem(
                Id, later.Node["uid"] ?? later.Node, $"{same.First().File.Path} has the uid {same.Key} too",
                "Give each dashboard a uid of its own.");
        IEnumerable<Problem> missing =
            from dashboard in subject.Dashboards
            where dashboard.Uid is null or ""
            select dashboard.Problem(
                Id, dashboard.Node, "the dashboard has no uid, so links to it break",
                "Give it one that does not change.");
        IEnumerable<Problem> ids =
            from dashboard in subject.Dashboards
            from same in dashboard.Panels.Where(panel => panel.Node.Scalar("id") is { IsNull: false })
                .GroupBy(panel => panel.Node.Text("id") ?? "")
            where same.Key.Length > 0
            from later in same.Skip(1)
            select later.Problem(
                Id, later.Node["id"], $"the panel '{same.First().Title}' has the id {same.Key} too",
                "Give each panel of a dashboard an id of its own.");
        return [.. uids, .. missing, .. ids];
    }
}
