namespace Alys.PromQL.Tree;

/// <summary>A duration with a variable of Grafana in it: <c>$__rate_interval</c>, <c>${minutes}m</c>.</summary>
public sealed class DurationVariable : DurationNode
{
    internal DurationVariable(SourceSpan span, string text, bool isNegative)
        : base(span)
    {
        Text = text;
        IsNegative = isNegative;
    }

    /// <summary>It as it is written, without a sign.</summary>
    public string Text { get; }

    /// <summary>Whether a <c>-</c> stands before it.</summary>
    public bool IsNegative { get; }

    /// <inheritdoc/>
    public override TimeSpan? Value => null;
}
