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
        List<Placed> placed = [];
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

            placed.Add(new Placed(panel, position, area, placed.Count));
        }

        // Only what is shown at the same time can lie on each other.
        foreach ((Placed first, Placed later) in placed.GroupBy(one => one.Panel.Row).SelectMany(Meeting))
        {
            yield return later.Panel.Problem(
                Id, later.Position, $"the panels '{first.Panel.Title}' and '{later.Panel.Title}' lie on each other",
                "Move one of them.");
        }
    }

    // From the top down: a panel is held against those that have begun above it and not ended.
    private static IEnumerable<(Placed First, Placed Later)> Meeting(IEnumerable<Placed> panels)
    {
        List<Placed> open = [];
        foreach (Placed panel in panels.OrderBy(one => one.Area.Top))
        {
            open.RemoveAll(one => one.Area.Bottom <= panel.Area.Top);
            foreach (Placed other in open.Where(one => one.Area.Meets(panel.Area)))
                yield return other.Number < panel.Number ? (other, panel) : (panel, other);
            open.Add(panel);
        }
    }

    private sealed record Placed(Panel Panel, MapNode Position, Area Area, int Number);

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
