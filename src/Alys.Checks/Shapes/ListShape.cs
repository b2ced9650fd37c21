using Alys.Checks.Documents;

namespace Alys.Checks.Shapes;

/// <summary>Items, all of one shape.</summary>
/// <param name="item">The shape.</param>
/// <param name="itemName">What to call one of them.</param>
internal sealed class ListShape(Func<Shape> item, string itemName) : Shape
{
    public ListShape(Shape item, string itemName)
        : this(() => item, itemName)
    {
    }

    protected override IEnumerable<ShapeError> FindIn(DocumentNode node, string name) => node is ListNode list
        ? list.Items.SelectMany(one => item().Find(one, itemName))
        : [new ShapeError(node, $"{name} must be a list", "Begin each item with a dash.")];
}
