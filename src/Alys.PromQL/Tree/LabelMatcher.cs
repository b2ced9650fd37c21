using Alys.PromQL.Regexes;

namespace Alys.PromQL.Tree;

/// <summary>A condition on a label in a selector: <c>job="node"</c>.</summary>
public sealed class LabelMatcher
{
    private ValuePattern? _pattern;

    internal LabelMatcher(LabelName label, MatchOperator @operator, string value, SourceSpan valueSpan)
    {
        Label = label;
        Operator = @operator;
        Value = value;
        ValueSpan = valueSpan;
    }

    /// <summary>The label; <c>__name__</c> is the metric's name.</summary>
    public LabelName Label { get; }

    /// <summary>How it compares.</summary>
    public MatchOperator Operator { get; }

    /// <summary>What it compares with: a value or a regular expression, with the escapes resolved.</summary>
    public string Value { get; }

    /// <summary>Where the value is, with its quotes.</summary>
    public SourceSpan ValueSpan { get; }

    /// <summary>Where all of it is.</summary>
    public SourceSpan Span => Label.Span.To(ValueSpan);

    /// <summary>Whether the value holds a variable of Grafana, so that it is not known. False where variables are not
    /// read.</summary>
    public bool HasVariable { get; internal init; }

    /// <summary>Whether a label's value fulfils it; the empty value is that of a label that is absent. Null when that
    /// cannot be told, for there is a variable in it.</summary>
    /// <remarks><b>Threads:</b> any. <b>Cost:</b> a regular expression is compiled at the first call.</remarks>
    public bool? Matches(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (HasVariable) return null;
        bool? fits = Operator is MatchOperator.Equal or MatchOperator.NotEqual
            ? value == Value : (_pattern ??= new ValuePattern(Value)).Fits(value);
        return fits is null ? null : fits == (Operator is MatchOperator.Equal or MatchOperator.Regex);
    }
}
