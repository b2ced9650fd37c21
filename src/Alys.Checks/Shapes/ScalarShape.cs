using Alys.Checks.Documents;

namespace Alys.Checks.Shapes;

/// <summary>One value, of a kind.</summary>
/// <param name="kind">With its article: "a duration".</param>
/// <param name="fits">Whether a text is one.</param>
/// <param name="help">How to write one.</param>
internal sealed class ScalarShape(string kind, Func<string, bool> fits, string help) : Shape
{
    protected override IEnumerable<ShapeError> FindIn(DocumentNode node, string name)
    {
        if (node is not ScalarNode scalar)
            yield return new ShapeError(node, $"{name} must be {kind}", help);
        else if (!fits(scalar.Value))
            yield return new ShapeError(node, $"{name} must be {kind}, and \"{scalar.Value}\" is none", help);
    }
}
