namespace Alys.PromQL.Tree;

/// <summary>The name of a label in a list of labels.</summary>
/// <param name="Name">The name; with a variable of Grafana in it, as it is written.</param>
/// <param name="Span">Where it is.</param>
public readonly record struct LabelName(string Name, SourceSpan Span)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
