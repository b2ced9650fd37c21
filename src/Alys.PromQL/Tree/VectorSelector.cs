namespace Alys.PromQL.Tree;

/// <summary>Selects series: <c>up{job="node"}</c>.</summary>
public sealed class VectorSelector : TimedExpression
{
    internal const string NameLabel = "__name__";

    internal VectorSelector(
        SourceSpan span, string? name, SourceSpan nameSpan, IReadOnlyList<LabelMatcher> matchers)
        : base(span, ExpressionType.InstantVector)
    {
        Name = name;
        NameSpan = nameSpan;
        Matchers = matchers;
    }

    /// <summary>The metric's name as it stands before the braces, or, from 3.0 on, as a string in them; null without
    /// one. It may have a variable of Grafana in it.</summary>
    public string? Name { get; }

    /// <summary>Where the name is; empty without one.</summary>
    public SourceSpan NameSpan { get; }

    /// <summary>The conditions in braces, in the order of the text, without the name.</summary>
    public IReadOnlyList<LabelMatcher> Matchers { get; }

    /// <summary>The one metric it selects, however that is said: by <see cref="Name"/> or by <c>__name__="..."</c>.
    /// Null when it may select several, or when a variable decides.</summary>
    public string? MetricName
    {
        get
        {
            if (Name is not null) return HasVariableName ? null : Name;
            foreach (LabelMatcher matcher in Matchers)
            {
                if (matcher is { Operator: MatchOperator.Equal, HasVariable: false, Label.Name: NameLabel })
                    return matcher.Value;
            }

            return null;
        }
    }

    /// <summary>Whether a variable of Grafana is in the name.</summary>
    public bool HasVariableName { get; internal init; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [];
}
