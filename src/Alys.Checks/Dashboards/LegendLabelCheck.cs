using System.Text.RegularExpressions;
using Alys.Checks.Queries;
using Alys.Checks.Subjects;
using Alys.PromQL;
using Alys.PromQL.Inference;

namespace Alys.Checks.Dashboards;

/// <summary>A label in a legend that the result does not have: the legend has a hole there.</summary>
public sealed partial class LegendLabelCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dashboard/legend-label";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from dashboard in subject.Dashboards
               from panel in dashboard.Panels
               from target in panel.Targets
               let labels = target.Query.Facts?.Result.Labels
               let legend = target.Node.Scalar("legendFormat")
               // A table has a column for each label, and no legend.
               where labels is not null && legend is not null && target.Node.Text("format") != "table"
               from match in Label().Matches(legend.Value)
               let name = match.Groups["name"]
               where labels[name.Value].Presence == LabelPresence.Never
               select new Problem(
                   Id, legend.File.At(legend.InFile(new SourceSpan(name.Index, name.Length))),
                   $"the result has no label {name.Value}",
                   LabelWords.Has(labels))
               {
                   Element = panel.Node.Span,
               };
    }

    [GeneratedRegex(@"\{\{\s*(?<name>\w+)\s*\}\}")]
    private static partial Regex Label();
}
