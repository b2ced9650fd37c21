namespace Alys.PromQL.Tree;

/// <summary>A duration that is calculated, as Prometheus 3 does: <c>5m * 2</c>, <c>max_of(1m, step())</c>.</summary>
public sealed class DurationOperation : DurationNode
{
    internal DurationOperation(
        SourceSpan span, string @operator, DurationNode? left, DurationNode? right, bool isParenthesized)
        : base(span)
    {
        Operator = @operator;
        Left = left;
        Right = right;
        IsParenthesized = isParenthesized;
    }

    /// <summary>One of <c>+ - * / % ^ step range min max min_of max_of</c>; with a right side only, a sign;
    /// <c>()</c> when there are only the parentheses.</summary>
    public string Operator { get; }

    /// <summary>The left side or the first argument.</summary>
    public DurationNode? Left { get; }

    /// <summary>The right side or the second argument.</summary>
    public DurationNode? Right { get; }

    /// <summary>Whether there are parentheses around it.</summary>
    public bool IsParenthesized { get; }

    /// <summary>Null: it depends on the query's step and range, or is for the server to calculate.</summary>
    public override TimeSpan? Value => null;
}
