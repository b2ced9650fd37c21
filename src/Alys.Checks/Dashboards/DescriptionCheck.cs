using Alys.Checks.Subjects;

namespace Alys.Checks.Dashboards;

/// <summary>A panel, or a dashboard, that does not say what it shows.</summary>
public sealed class DescriptionCheck : ICheck
{
    private static readonly string[] WithoutWords =
        ["text", "row", "alertlist", "annolist", "dashlist", "gettingstarted", "news", "pluginlist", "welcome"];

    /// <inheritdoc/>
    public string Id => "dashboard/description";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from dashboard in subject.Dashboards
               from panel in dashboard.Panels
               where !WithoutWords.Contains(panel.Type) && !panel.IsOfLibrary
                   && string.IsNullOrEmpty(panel.Node.Text("description"))
               select panel.Problem(
                   Id, null, $"the panel '{panel.Title}' has no description",
                   "Say what it shows and what is good, as an operator would ask.");
    }
}
