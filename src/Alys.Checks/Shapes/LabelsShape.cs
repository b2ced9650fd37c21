using Alys.Checks.Documents;

namespace Alys.Checks.Shapes;

/// <summary>Labels or annotations: a text for each name.</summary>
internal sealed class LabelsShape : Shape
{
    protected override IEnumerable<ShapeError> FindIn(DocumentNode node, string name)
    {
        if (node is not MapNode map)
        {
            yield return new ShapeError(node, $"{name} must be a map", "Write a name, a colon and a text.");
            yield break;
        }

        foreach (MapEntry entry in map.Entries)
        {
            if (!Scalars.IsLabelName(entry.Key.Value) || entry.Key.Value == "__name__")
            {
                yield return new ShapeError(
                    entry.Key, $"{entry.Key.Value} is no name for one of {name}",
                    "Take letters, digits and _, and no digit first.");
            }

            foreach (ShapeError error in Text.Find(entry.Value, entry.Key.Value)) yield return error;
        }
    }
}
