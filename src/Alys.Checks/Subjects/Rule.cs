using Alys.Checks.Documents;
using Alys.PromQL;

namespace Alys.Checks.Subjects;

/// <summary>A rule that alerts or records.</summary>
public sealed class Rule
{
    internal Rule(MapNode node, ScalarNode name, bool isAlert, ScalarNode expressionNode, Query expression)
    {
        Node = node;
        NameNode = name;
        IsAlert = isAlert;
        ExpressionNode = expressionNode;
        Expression = expression;
    }

    /// <summary>All of it.</summary>
    public MapNode Node { get; }

    /// <summary>Where its name stands.</summary>
    public ScalarNode NameNode { get; }

    /// <summary>The name of the alert, or of the metric that it records.</summary>
    public string Name => NameNode.Value;

    /// <summary>Whether it alerts.</summary>
    public bool IsAlert { get; }

    /// <summary>Where its expression stands.</summary>
    public ScalarNode ExpressionNode { get; }

    /// <summary>Its expression.</summary>
    public Query Expression { get; }

    /// <summary>The queries in its texts, such as that of <c>{{ query "up" }}</c>, as far as they are written out.
    /// </summary>
    public IReadOnlyList<Query> TextQueries { get; internal init; } = [];

    /// <summary>All its queries.</summary>
    public IEnumerable<Query> Queries => TextQueries.Prepend(Expression);

    /// <summary>How long it must hold before it fires; null without <c>for</c>, or when that is no duration.</summary>
    public TimeSpan? For => PromQLDurations.TryParse(Node.Text("for"));

    /// <summary>How long it fires on; null without <c>keep_firing_for</c>.</summary>
    public TimeSpan? KeepFiringFor => PromQLDurations.TryParse(Node.Text("keep_firing_for"));

    /// <summary>The labels it adds.</summary>
    public IEnumerable<MapEntry> Labels => Node.Map("labels")?.Entries ?? [];

    /// <summary>The annotations.</summary>
    public IEnumerable<MapEntry> Annotations => Node.Map("annotations")?.Entries ?? [];

    /// <summary>A label it adds; null when it does not.</summary>
    public string? Label(string name) => Node.Map("labels")?.Text(name);

    /// <summary>An annotation; null when there is none.</summary>
    public string? Annotation(string name) => Node.Map("annotations")?.Text(name);

    /// <summary>A problem of it.</summary>
    /// <param name="check">The id of the check.</param>
    /// <param name="where">The part of it that is wrong; its name if null.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="help">What to do.</param>
    public Problem Problem(string check, DocumentNode? where, string message, string help) =>
        new(check, (where ?? NameNode).Location, message, help) { Element = Node.Span };
}
