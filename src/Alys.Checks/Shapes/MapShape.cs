using Alys.Checks.Documents;

namespace Alys.Checks.Shapes;

/// <summary>Settings by their names, and no others.</summary>
/// <param name="what">What to call it, with its article: "a rule".</param>
/// <param name="settings">The shape of each.</param>
/// <param name="others">Whether a setting may be there that is none of these, with any value; null: none may.</param>
internal sealed class MapShape(
    string what, IReadOnlyDictionary<string, Shape> settings, Func<string, bool>? others = null) : Shape
{
    protected override IEnumerable<ShapeError> FindIn(DocumentNode node, string name)
    {
        if (node is not MapNode map)
            return [new ShapeError(node, $"{name} must be a map", $"It has {string.Join(", ", settings.Keys)}.")];
        return map.Entries.SelectMany(Find);
    }

    private IEnumerable<ShapeError> Find(MapEntry entry)
    {
        string name = entry.Key.Value;
        return settings.TryGetValue(name, out Shape? shape)
            ? shape.Find(entry.Value, name)
            : others?.Invoke(name) == true ? []
            : [new ShapeError(entry.Key, $"{what} has no setting {name}", Help(name))];
    }

    private string Help(string name) => Near.Sentence(name, settings.Keys) is { Length: > 0 } near ? near
        : settings.Count > 12 ? "Take it out." : $"It has {string.Join(", ", settings.Keys)}.";
}
