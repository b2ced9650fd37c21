using Alys.Checks.Documents;

namespace Alys.Checks.Shapes;

/// <summary>What a part of a configuration may look like: which settings a map has, and what kind each of them is.
/// Programs written in Go refuse the whole file for one setting that they do not know.</summary>
internal abstract class Shape
{
    /// <summary>Whatever it is.</summary>
    public static Shape Any { get; } = new AnyShape();

    /// <summary>One text, also a number or a truth value.</summary>
    public static Shape Text { get; } = new ScalarShape("a text", _ => true, "");

    /// <summary>A whole number.</summary>
    public static Shape Count { get; } = new ScalarShape("a whole number", Scalars.IsCount, "Write it such as 100.");

    /// <summary>A truth value of YAML.</summary>
    public static Shape Truth { get; } =
        new ScalarShape("a truth value", Scalars.IsTruth, "Write true or false.");

    /// <summary>A duration of Prometheus.</summary>
    public static Shape Duration { get; } = new ScalarShape(
        "a duration", Scalars.IsDuration, "Write whole numbers with units, such as 90s or 1h30m.");

    /// <summary>Everything that is wrong with a node, itself and what is in it.</summary>
    /// <param name="node">The node; null in YAML stands for a setting that is not there.</param>
    /// <param name="name">What to call it.</param>
    public IEnumerable<ShapeError> Find(DocumentNode node, string name) => IsNull(node) ? [] : FindIn(node, name);

    /// <summary>Whether a node says that there is nothing.</summary>
    public static bool IsNull(DocumentNode? node) => node is null or ScalarNode { IsNull: true };

    /// <summary>As <see cref="Find"/>, of a node that is there.</summary>
    protected abstract IEnumerable<ShapeError> FindIn(DocumentNode node, string name);

    private sealed class AnyShape : Shape
    {
        protected override IEnumerable<ShapeError> FindIn(DocumentNode node, string name) => [];
    }
}
