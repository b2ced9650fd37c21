namespace Alys.PromQL.Tree;

/// <summary>A length of time: of a range, a step or an offset.</summary>
public abstract class DurationNode
{
    private protected DurationNode(SourceSpan span) => Span = span;

    /// <summary>Where it is, a sign before it included.</summary>
    public SourceSpan Span { get; internal set; }

    /// <summary>How long it is; null when the text alone does not tell.</summary>
    public abstract TimeSpan? Value { get; }
}
