using Alys.PromQL.Lexing;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Parsing;

/// <summary>Ranges, subqueries and the durations in them.</summary>
internal sealed partial class ExpressionParser
{
    private const int SumPrecedence = 1;
    private const int ProductPrecedence = 2;
    private const int PowerOfDurations = 3;

    // From here on a duration is calculated without a feature flag.
    private static readonly Version StableDurations = new(3, 14);

    // Their tree is walked like that of expressions, so it has the same limit.
    private int _durationOperations;

    private Expression? Range(Expression inner)
    {
        int bracket = Take().Start;
        if (PositiveDuration() is not { } range) return null;
        if (_token.Kind == TokenKind.Colon) return Subquery(inner, range);
        if (_token.Kind != TokenKind.RightBracket)
            return Unexpected("behind a range", "Close the range with ']', or write ':' for a subquery.");
        SourceSpan span = SourceSpan.Between(bracket, Take().End);
        if (inner is not VectorSelector selector)
        {
            Fail(span, "a range belongs behind a selector", "For other expressions write a subquery: [5m:].");
            return null;
        }

        // What start() and end() name is no time yet, so Prometheus lets them pass.
        if (selector.Offset is { Value: not { Ticks: 0 } } || selector.At is { Kind: AtKind.Timestamp })
        {
            Fail(span, "a range stands before 'offset' and '@', not behind", "Write for example x[5m] offset 1h.");
            return null;
        }

        return new MatrixSelector(SourceSpan.Between(inner.Span.Start, span.End), selector, range)
        {
            At = selector.At,
            Offset = selector.Offset,
            Edge = selector.Edge,
        };
    }

    private Expression? Subquery(Expression inner, DurationNode range)
    {
        Advance();
        DurationNode? step = null;
        if (_token.Kind != TokenKind.RightBracket && (step = PositiveDuration()) is null) return null;
        if (_token.Kind != TokenKind.RightBracket)
            return Unexpected("behind a step", "Close the subquery with ']'.");
        SourceSpan span = SourceSpan.Between(inner.Span.Start, Take().End);
        return Limited(new SubqueryExpression(span, inner, range, step));
    }

    private DurationNode? PositiveDuration()
    {
        DurationNode? duration = _options.IsThree ? DurationSum(SumPrecedence) : PlainDuration();
        if (duration is not DurationLiteral { Length: var length } || length > TimeSpan.Zero) return duration;
        Report(duration.Span, "a range or a step is longer than 0", "Write for example 5m.");
        return duration;
    }

    // A sign, and a duration that is not calculated, or is in parentheses.
    private DurationNode? OffsetDuration()
    {
        int start = _token.Span.Start;
        bool isNegative = _token.Kind == TokenKind.Subtract;
        if (isNegative || (_options.IsThree && _token.Kind == TokenKind.Add)) Advance();
        DurationNode? duration = PlainDuration();
        if (duration is null) return null;
        SourceSpan span = SourceSpan.Between(start, duration.Span.End);
        if (duration is DurationLiteral { Length: var length })
        {
            if (length == TimeSpan.Zero && !_options.IsThree)
                Report(span, "an offset is longer than 0", "Leave it out.");
            return new DurationLiteral(span, isNegative ? -length : length);
        }

        if (duration is DurationVariable { Text: var text }) return new DurationVariable(span, text, isNegative);
        return isNegative ? new DurationOperation(span, "-", null, duration, false) : duration;
    }

    // One duration: written out, a variable, and in 3.x a number, a function or something in parentheses.
    private DurationNode? PlainDuration()
    {
        Token token = _token;
        bool isVariable = token.Kind == TokenKind.Variable
            || (token.Kind == TokenKind.Identifier && _options.AllowGrafanaVariables
                && VariableText.IsIn(TextOf(token)));
        if (isVariable) return new DurationVariable(Take(), TextOf(token.Span), false);
        if (token.Kind == TokenKind.Duration)
        {
            TimeSpan length = Duration();
            return new DurationLiteral(Take(), length);
        }

        if (_options.IsThree)
        {
            if (token.Kind == TokenKind.Number) return Seconds();
            if (token.Kind == TokenKind.LeftParenthesis) return ParenthesizedDuration();
            if (token.Kind is TokenKind.Step or TokenKind.Range or TokenKind.Aggregation || TextOf(token) is "min_of"
                or "max_of") return DurationFunction();
        }

        Unexpected("where a duration is expected", "Write for example 5m or 1h30m.");
        return null;
    }

    // The value of the token now, a duration.
    private TimeSpan Duration()
    {
        if (DurationText.TryParse(TextOf(_token), out TimeSpan length) is { } wrong)
        {
            Report(
                _token.Span, $"'{Shortened()}' {wrong}",
                "Durations are whole numbers with the units y, w, d, h, m, s, ms, in this order: 1h30m.");

            // Said once is enough: 1 ns stands for what it may have meant.
            return TimeSpan.FromTicks(1);
        }

        return length;
    }

    private DurationLiteral Seconds()
    {
        NumberLiteral number = Number();
        bool fits = Math.Abs(number.Value) <= TimeSpan.MaxValue.TotalSeconds / 100;
        if (!fits) Report(number.Span, "this is longer than 292 years", "Write for example 300 for 5 minutes.");
        return new DurationLiteral(number.Span, fits ? TimeSpan.FromSeconds(number.Value) : TimeSpan.FromTicks(1));
    }

    private DurationNode? DurationSum(int minPrecedence)
    {
        if (!Enter()) return null;
        int start = _token.Span.Start;
        DurationNode? left;
        if (_token.Kind is TokenKind.Add or TokenKind.Subtract)
        {
            bool isNegative = Take().Length == 1 && _text[start] == '-';
            left = DurationSum(PowerOfDurations);
            if (left is not null && isNegative) left = Negated(left, SourceSpan.Between(start, left.Span.End));
        }
        else
        {
            left = PlainDuration();
        }

        while (left is not null && PrecedenceOfDurations(_token.Kind) is var found && found >= minPrecedence)
        {
            string sign = TextOf(Take());
            if (DurationSum(found == PowerOfDurations ? found : found + 1) is not { } right) return null;
            if (sign is "/" or "%" && right is DurationLiteral { Length.Ticks: 0 })
                Report(right.Span, "this divides by zero", "Write another number.");
            left = new DurationOperation(left.Span.To(right.Span), sign, left, right, false);
            Experimental(left.Span);
            if (++_durationOperations <= _maxDepth) continue;
            Fail(left.Span, "a duration is calculated of too many parts", "Write its value.");
            return null;
        }

        _depth--;
        return left;
    }

    private static DurationNode Negated(DurationNode duration, SourceSpan span) => duration switch
    {
        DurationLiteral literal => new DurationLiteral(span, -literal.Length),
        DurationVariable variable => new DurationVariable(span, variable.Text, !variable.IsNegative),
        _ => new DurationOperation(span, "-", null, duration, false),
    };

    private static int PrecedenceOfDurations(TokenKind kind) => kind switch
    {
        TokenKind.Add or TokenKind.Subtract => SumPrecedence,
        TokenKind.Multiply or TokenKind.Divide or TokenKind.Modulo => ProductPrecedence,
        TokenKind.Power => PowerOfDurations,
        _ => 0,
    };

    private DurationOperation? ParenthesizedDuration()
    {
        int start = Take().Start;
        if (DurationSum(SumPrecedence) is not { } inner) return null;
        if (_token.Kind != TokenKind.RightParenthesis)
        {
            Unexpected("before a ')'", "Close the parenthesis.");
            return null;
        }

        SourceSpan span = SourceSpan.Between(start, Take().End);
        Experimental(span);
        return inner is DurationOperation { IsParenthesized: false } operation
            ? new DurationOperation(span, operation.Operator, operation.Left, operation.Right, true)
            : new DurationOperation(span, "()", null, inner, true);
    }

    // step(), range(), and min_of(a, b) and max_of(a, b), which were min and max before 3.13.
    private DurationOperation? DurationFunction()
    {
        Token name = _token;
        string word = TextOf(name.Span).ToLowerInvariant();
        Advance();
        DurationNode? left = null;
        DurationNode? right = null;
        bool isFine = word is "step" or "range" or "min" or "max" or "min_of" or "max_of"
            && TryTake(TokenKind.LeftParenthesis);
        if (isFine && word is not ("step" or "range"))
        {
            if ((left = DurationSum(SumPrecedence)) is null) return null;
            isFine = TryTake(TokenKind.Comma);
            if (isFine && (right = DurationSum(SumPrecedence)) is null) return null;
        }

        if (!isFine || !TryTake(TokenKind.RightParenthesis))
        {
            Unexpected("in a duration", "Write step(), range(), min_of(1m, 2m) or max_of(1m, 2m).");
            return null;
        }

        SourceSpan span = SourceSpan.Between(name.Span.Start, _lastEnd);
        Experimental(span);
        return new DurationOperation(span, word, left, right, false);
    }

    private void Experimental(SourceSpan span)
    {
        if (_options.AllowExperimental || _options.Version >= StableDurations) return;
        Report(span, "calculating a duration is experimental", "Write its value, or set Prometheus' feature flag.");
    }
}
