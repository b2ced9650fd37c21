using Alys.PromQL.Lexing;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Parsing;

/// <summary>Groupings, matching of vectors, <c>offset</c> and <c>@</c>.</summary>
internal sealed partial class ExpressionParser
{
    // by (...) and without (...).
    private Grouping? GroupingOf()
    {
        bool isWithout = _token.Kind == TokenKind.Without;
        int start = Take().Start;
        return Labels() is not { } labels ? null
            : new Grouping(SourceSpan.Between(start, _lastEnd), isWithout, labels);
    }

    private BinaryModifiers? Modifiers()
    {
        bool returnsBool = TryTake(TokenKind.Bool);
        VectorMatching? matching = null;
        if (_token.Kind is TokenKind.On or TokenKind.Ignoring && (matching = Matching()) is null) return null;
        double? fillLeft = null;
        double? fillRight = null;
        while (_token.Kind is TokenKind.Fill or TokenKind.FillLeft or TokenKind.FillRight)
        {
            Token kind = _token;
            if (FillValue() is not { } value) return null;
            if (kind.Kind != TokenKind.FillRight) fillLeft = value;
            if (kind.Kind != TokenKind.FillLeft) fillRight = value;
        }

        return new BinaryModifiers(returnsBool, matching, fillLeft, fillRight);
    }

    private VectorMatching? Matching()
    {
        bool isOn = _token.Kind == TokenKind.On;
        int start = Take().Start;
        if (Labels() is not { } labels) return null;
        MatchCardinality cardinality = _token.Kind switch
        {
            TokenKind.GroupLeft => MatchCardinality.ManyToOne,
            TokenKind.GroupRight => MatchCardinality.OneToMany,
            _ => MatchCardinality.OneToOne,
        };
        List<LabelName>? include = [];
        if (cardinality != MatchCardinality.OneToOne)
        {
            Advance();
            if (_token.Kind == TokenKind.LeftParenthesis && (include = Labels()) is null) return null;
        }

        return new VectorMatching(SourceSpan.Between(start, _lastEnd), isOn, labels, cardinality, include);
    }

    private double? FillValue()
    {
        Token word = _token;
        Advance();
        if (!_options.AllowExperimental)
            Report(word.Span, $"'{TextOf(word)}' is experimental", "Prometheus needs a feature flag to take it.");
        Advance();
        bool isNegative = _token.Kind == TokenKind.Subtract;
        if (_token.Kind is TokenKind.Subtract or TokenKind.Add) Advance();
        if (_token.Kind is not (TokenKind.Number or TokenKind.Duration))
        {
            Unexpected("where a number is expected", "Write for example fill(0).");
            return null;
        }

        double value = (_token.Kind == TokenKind.Number ? Number() : DurationAsNumber()).Value;
        if (TryTake(TokenKind.RightParenthesis)) return isNegative ? -value : value;
        Unexpected("where ')' is expected", "Write for example fill(0).");
        return null;
    }

    // A list of labels with its parentheses; a comma may end it.
    private List<LabelName>? Labels()
    {
        List<LabelName> labels = [];
        if (!TryTake(TokenKind.LeftParenthesis))
        {
            Unexpected("where '(' is expected", "Write the labels in parentheses.");
            return null;
        }

        while (!TryTake(TokenKind.RightParenthesis))
        {
            if (Label() is not { } label) return null;
            labels.Add(label);
            if (_token.Kind == TokenKind.RightParenthesis || TryTake(TokenKind.Comma)) continue;
            Unexpected("between labels", "Put a comma between, or close the list with ')'.");
            return null;
        }

        return labels;
    }

    private LabelName? Label()
    {
        Token token = _token;
        if (token.Kind == TokenKind.Text && _options.IsThree)
        {
            string name = StringText.Unquote(TextOf(token));
            if (name.Length > 0) return new LabelName(name, Take());
            Fail(token.Span, "a label cannot have an empty name", "Write its name.");
            return null;
        }

        // Every word but `without`, which Prometheus' grammar leaves out.
        bool isWord = token.Kind is TokenKind.Identifier or TokenKind.MetricIdentifier or TokenKind.Variable
            or TokenKind.Atan2 or (>= TokenKind.And and <= TokenKind.FillRight and not TokenKind.Without);
        if (!isWord)
        {
            Unexpected("where a label is expected", "Write the names of labels, with commas between.");
            return null;
        }

        if (token.Kind == TokenKind.MetricIdentifier && !_options.IsThree)
        {
            Fail(token.Span, $"'{TextOf(token)}' is no name of a label", "Only names of metrics have colons.");
            return null;
        }

        return new LabelName(TextOf(token.Span), Take());
    }

    private TimedExpression? Offset(Expression inner)
    {
        SourceSpan keyword = Take();
        if (OffsetDuration() is not { } offset) return null;
        SourceSpan span = SourceSpan.Between(keyword.Start, _lastEnd);
        if (inner is not TimedExpression timed)
        {
            Fail(span, "'offset' cannot stand here", "It belongs directly behind a selector, a range or a subquery.");
            return null;
        }

        // In Prometheus an offset of 0 is the same as none.
        if (timed.Offset is not null && timed.Offset.Value != TimeSpan.Zero)
        {
            Fail(span, "there is an offset already", "Keep one of them.");
            return null;
        }

        timed.Offset = offset;
        return Extended(timed);
    }

    private TimedExpression? At(Expression inner)
    {
        int start = Take().Start;
        if (AtTime(start) is not { } at) return null;
        if (inner is not TimedExpression timed)
        {
            Fail(at.Span, "'@' cannot stand here", "It belongs directly behind a selector, a range or a subquery.");
            return null;
        }

        if (timed.At is not null)
        {
            Fail(at.Span, "there is an '@' already", "Keep one of them.");
            return null;
        }

        timed.At = at;
        return Extended(timed);
    }

    private AtModifier? AtTime(int start)
    {
        Token token = _token;
        if (token.Kind is TokenKind.Start or TokenKind.End)
        {
            Advance();
            if (!TryTake(TokenKind.LeftParenthesis) || !TryTake(TokenKind.RightParenthesis))
            {
                Unexpected("where '()' is expected", "Write start() or end().");
                return null;
            }

            AtKind kind = token.Kind == TokenKind.Start ? AtKind.Start : AtKind.End;
            return new AtModifier(SourceSpan.Between(start, _lastEnd), kind, 0, null);
        }

        if (token.Kind == TokenKind.Variable)
            return new AtModifier(SourceSpan.Between(start, Take().End), AtKind.Variable, 0, TextOf(token.Span));

        bool isNegative = token.Kind == TokenKind.Subtract;
        if (token.Kind is TokenKind.Subtract or TokenKind.Add) Advance();
        if (_token.Kind != TokenKind.Number && !(_token.Kind == TokenKind.Duration && _options.IsThree))
        {
            Unexpected("where a time is expected", "Write seconds since 1970, start() or end().");
            return null;
        }

        double seconds = (_token.Kind == TokenKind.Number ? Number() : DurationAsNumber()).Value;
        if (isNegative) seconds = -seconds;
        var span = SourceSpan.Between(start, _lastEnd);
        if (!double.IsFinite(seconds) || Math.Abs(seconds) >= long.MaxValue)
        {
            Fail(span, "this is no time", "Write seconds since 1970, start() or end().");
            return null;
        }

        return new AtModifier(span, AtKind.Timestamp, Math.Round(seconds, 3), null);
    }

    private TimedExpression? Edge(Expression inner)
    {
        RangeEdge edge = _token.Kind == TokenKind.Anchored ? RangeEdge.Anchored : RangeEdge.Smoothed;
        SourceSpan span = Take();
        if (!_options.AllowExperimental)
            Report(span, $"'{TextOf(span)}' is experimental", "Prometheus needs a feature flag to take it.");
        if (inner is not TimedExpression timed || timed is SubqueryExpression
            || (timed.Edge != RangeEdge.Inside && timed.Edge != edge))
        {
            Fail(span, $"'{TextOf(span)}' cannot stand here", "It belongs behind a selector or a range, once.");
            return null;
        }

        timed.Edge = edge;
        return Extended(timed);
    }

    private TimedExpression Extended(TimedExpression timed)
    {
        timed.Span = SourceSpan.Between(timed.Span.Start, _lastEnd);
        return timed;
    }
}
