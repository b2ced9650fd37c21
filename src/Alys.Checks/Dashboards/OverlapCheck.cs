using System.Globalization;
using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Dashboards;

/// <summary>Panels that lie on each other, or beyond the right edge.</summary>
public sealed class OverlapCheck : ICheck
{
    private const int Columns = 24;

    /// <inheritdoc/>
    public string Id => "dashboard/overlap";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Dashboards.SelectMany(Find);
    }

    private IEnumerable<Problem> Find(Dashboard dashboard)
    {
        List<(Panel Panel, Area Area)> placed = [];
        foreach (Panel panel in dashboard.Panels)
        {
            if (panel.Node.Map("gridPos") is not { } position) continue;
            Area area = Area.Of(position);
            if (area.Right > Columns)
            {
                yield return panel.Problem(
                    Id, position, $"the panel '{panel.Title}' reaches beyond the {Columns} columns",
                    "Move or narrow it.");
            }

            // Only what is shown at the same time can lie on each other.
            foreach ((Panel other, Area place) in placed.Where(
                one => one.Panel.Row == panel.Row && one.Area.Meets(area)))
            {
                yield return panel.Problem(
                    Id, position, $"the panels '{other.Title}' and '{panel.Title}' lie on each other",
                    "Move one of them.");
            }

            placed.Add((panel, area));
        }
    }

    private readonly record struct Area(int Left, int Top, int Right, int Bottom)
    {
        public static Area Of(MapNode position)
        {
            int left = Number(position, "x");
            int top = Number(position, "y");
            return new Area(left, top, left + Number(position, "w"), top + Number(position, "h"));
        }

        public bool Meets(Area other) =>
            Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        private static int Number(MapNode position, string name) =>
            int.TryParse(position.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value)
                ? value : 0;
    }
}
