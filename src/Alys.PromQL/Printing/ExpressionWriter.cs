using System.Globalization;
using System.Text;
using Alys.PromQL.Lexing;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Printing;

/// <summary>Writes the canonical text of a tree.</summary>
internal sealed class ExpressionWriter(StringBuilder text)
{
    // From here on Go's and our decimals would be endless zeros.
    private const double LargestPlain = 1e21;

    public void Write(Expression expression)
    {
        switch (expression)
        {
            case NumberLiteral { IsDuration: true } number:
                text.Append(DurationText.Print(TimeSpan.FromSeconds(number.Value)));
                break;
            case NumberLiteral number:
                text.Append(Number(number.Value));
                break;
            case StringLiteral literal:
                StringText.Quote(text, literal.Value);
                break;
            case VariableExpression { Variable: var variable }:
                text.Append(variable);
                break;
            case ParenthesizedExpression { Inner: var inner }:
                text.Append('(');
                Write(inner);
                text.Append(')');
                break;
            case UnaryExpression unary:
                text.Append(unary.IsNegation ? '-' : '+');
                Write(unary.Operand);
                break;
            case AggregateExpression aggregate:
                Aggregation(aggregate);
                break;
            case CallExpression call:
                text.Append(call.Function.Name);
                Arguments(call.Arguments);
                break;
            case BinaryExpression binary:
                IReadOnlyList<BinaryExpression> chain = binary.Chain;
                Write(chain[0].Left);
                foreach (BinaryExpression one in chain) Rest(one);
                break;
            case TimedExpression timed:
                Timed(timed);
                break;
        }
    }

    /// <summary>A number as PromQL, with as few digits as say it exactly.</summary>
    internal static string Number(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Inf" : "-Inf";
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (!shortest.Contains('E', StringComparison.Ordinal)) return shortest;
        return Math.Abs(value) >= LargestPlain ? shortest.Replace('E', 'e')
            : ((value < 0 ? "-" : "") + Plain(shortest.TrimStart('-')));
    }

    // A number with an exponent, without it.
    private static string Plain(string shortest)
    {
        int mark = shortest.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(
            shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = shortest[..mark].Replace(".", "", StringComparison.Ordinal);
        return exponent < 0 ? "0." + new string('0', -exponent - 1) + digits : digits.PadRight(exponent + 1, '0');
    }

    private void Aggregation(AggregateExpression aggregate)
    {
        text.Append(aggregate.Operator.ToName());

        // Without labels `by` says what its absence says.
        if (aggregate.Grouping is { } grouping && (grouping.IsWithout || grouping.Labels.Count > 0))
        {
            text.Append(grouping.IsWithout ? " without " : " by ");
            Labels(grouping.Labels);
            text.Append(' ');
        }

        Arguments(aggregate.Children);
    }

    private void Arguments(IEnumerable<Expression> arguments)
    {
        text.Append('(');
        bool isFirst = true;
        foreach (Expression argument in arguments)
        {
            if (!isFirst) text.Append(", ");
            isFirst = false;
            Write(argument);
        }

        text.Append(')');
    }

    // All but the left side.
    private void Rest(BinaryExpression binary)
    {
        text.Append(' ').Append(binary.Operator.ToSign());
        if (binary.ReturnsBool) text.Append(" bool");
        if (binary.Matching is { } matching) Matching(matching);
        if (binary.FillLeft is { } left && binary.FillRight is { } right && left.Equals(right))
        {
            text.Append(" fill(").Append(Number(left)).Append(')');
        }
        else
        {
            if (binary.FillLeft is { } onLeft) text.Append(" fill_left(").Append(Number(onLeft)).Append(')');
            if (binary.FillRight is { } onRight) text.Append(" fill_right(").Append(Number(onRight)).Append(')');
        }

        text.Append(' ');
        Write(binary.Right);
    }

    private void Matching(VectorMatching matching)
    {
        bool isGrouped = matching.Cardinality != MatchCardinality.OneToOne;

        // Ignoring nothing says what its absence says.
        if (!matching.IsOn && matching.Labels.Count == 0 && !isGrouped) return;
        text.Append(matching.IsOn ? " on " : " ignoring ");
        Labels(matching.Labels);
        if (!isGrouped) return;
        text.Append(matching.Cardinality == MatchCardinality.ManyToOne ? " group_left " : " group_right ");
        Labels(matching.Include);
    }

    private void Labels(IReadOnlyList<LabelName> labels)
    {
        text.Append('(');
        for (int i = 0; i < labels.Count; i++)
        {
            if (i > 0) text.Append(", ");
            LabelText(labels[i].Name, isInList: true);
        }

        text.Append(')');
    }

    // A name that is none by the older rules needs quotes, in a list also what is no label there; one with a variable
    // is written as it was.
    private void LabelText(string name, bool isInList)
    {
        bool isPlain = Chars.IsName(name, withColons: false) && !(isInList
            && Keywords.Find(name, isThree: true) is TokenKind.Without or TokenKind.Number);
        if (isPlain || VariableText.IsIn(name)) text.Append(name);
        else StringText.Quote(text, name);
    }

    private void Timed(TimedExpression timed)
    {
        switch (timed)
        {
            case VectorSelector selector:
                Selector(selector);
                if (NeedsBraces(selector)) text.Append("{}");
                break;
            case MatrixSelector matrix:
                Selector(matrix.Selector);
                text.Append('[');
                DurationWriter.Write(text, matrix.Range);
                text.Append(']');
                break;
            case SubqueryExpression subquery:
                Write(subquery.Inner);
                text.Append('[');
                DurationWriter.Write(text, subquery.Range);
                text.Append(':');
                if (subquery.Step is { } step) DurationWriter.Write(text, step);
                text.Append(']');
                break;
        }

        if (timed.Edge != RangeEdge.Inside) text.Append(timed.Edge == RangeEdge.Anchored ? " anchored" : " smoothed");
        if (timed.At is { } at) text.Append(" @ ").Append(Time(at));
        if (timed.Offset is not { } offset || offset.Value == TimeSpan.Zero) return;
        text.Append(" offset ");
        DurationWriter.Write(text, offset);
    }

    // A variable alone could be anything; braces make it a selector, as would a range, an offset or a time behind it.
    private static bool NeedsBraces(VectorSelector selector) => selector.HasVariableName
        && selector.Matchers.Count == 0 && !Chars.IsLetter(selector.Name![0])
        && (selector.Edge != RangeEdge.Inside
            || (selector.At is null && (selector.Offset is null || selector.Offset.Value == TimeSpan.Zero)));

    private static string Time(AtModifier at) => at.Kind switch
    {
        AtKind.Start => "start()",
        AtKind.End => "end()",
        AtKind.Variable => at.Variable!,
        _ => at.Seconds.ToString("F3", CultureInfo.InvariantCulture),
    };

    private void Selector(VectorSelector selector)
    {
        // A name before the braces must be the only one; one in them may stand beside others.
        bool isAlone = selector.Matchers.All(matcher => matcher.Label.Name != VectorSelector.NameLabel);
        bool isPlain = selector.Name is null || (isAlone && (selector.HasVariableName || IsMetric(selector.Name)));
        if (isPlain) text.Append(selector.Name);
        if (isPlain && selector.Matchers.Count == 0 && selector.Name is not null) return;
        text.Append('{');
        if (!isPlain) StringText.Quote(text, selector.Name!);
        bool isFirst = isPlain;
        foreach (LabelMatcher matcher in selector.Matchers)
        {
            if (!isFirst) text.Append(',');
            isFirst = false;
            LabelText(matcher.Label.Name, isInList: false);
            text.Append(matcher.Operator switch
            {
                MatchOperator.Equal => "=",
                MatchOperator.NotEqual => "!=",
                MatchOperator.Regex => "=~",
                _ => "!~",
            });
            StringText.Quote(text, matcher.Value);
        }

        text.Append('}');
    }

    // Whether a name can stand before the braces; some words are read otherwise there.
    private static bool IsMetric(string name) =>
        Chars.IsName(name, withColons: true) && Keywords.Find(name, isThree: true)
            is not (TokenKind.Number or TokenKind.Bool or TokenKind.On or TokenKind.Ignoring or TokenKind.GroupLeft
                or TokenKind.GroupRight or TokenKind.Atan2);
}
