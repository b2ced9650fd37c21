using Alys.PromQL.Lexing;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Parsing;

/// <summary>What stands between operators.</summary>
internal sealed partial class ExpressionParser
{
    private Expression? Primary()
    {
        switch (_token.Kind)
        {
            case TokenKind.Number: return Number();
            case TokenKind.Duration when _options.IsThree: return DurationAsNumber();
            case TokenKind.Duration:
                return Unexpected("where a value is expected", "A duration stands in [...] or behind 'offset'.");
            case TokenKind.Text: return new StringLiteral(_token.Span, StringText.Unquote(TextOf(Take())));
            case TokenKind.LeftParenthesis: return Parenthesized();
            case TokenKind.LeftBrace: return Selector();
            case TokenKind.Variable: return Variable();
            case TokenKind.Aggregation: return AggregationOrSelector();
            case TokenKind.Identifier: return CallOrSelector();
            case TokenKind.Start or TokenKind.End or TokenKind.Step or TokenKind.Range when _options.IsThree:
                return CallOrSelector();

            // Words that are metrics where no operator can stand.
            case TokenKind.MetricIdentifier or TokenKind.By or TokenKind.Without or TokenKind.And or TokenKind.Or
                or TokenKind.Unless or TokenKind.Offset or TokenKind.Start or TokenKind.End or TokenKind.Anchored
                or TokenKind.Smoothed:
                return Selector();
            default:
                return Unexpected(
                    "where a value is expected", "Write a metric, a number, a function or something in parentheses.");
        }
    }

    private NumberLiteral Number()
    {
        if (!NumberText.TryParse(TextOf(_token), out double value))
            Report(_token.Span, $"'{Shortened()}' is no number, or too large for one", "Write it as decimal: 1.5e6.");
        return new NumberLiteral(Take(), value, isDuration: false);
    }

    private NumberLiteral DurationAsNumber()
    {
        TimeSpan value = Duration();
        return new NumberLiteral(Take(), value.TotalSeconds, isDuration: true);
    }

    private Expression? Parenthesized()
    {
        int start = Take().Start;
        if (Binary(0) is not { } inner) return null;
        if (_token.Kind != TokenKind.RightParenthesis)
            return Unexpected("before a ')'", "Close the parenthesis, or put an operator before it.");
        return Limited(new ParenthesizedExpression(SourceSpan.Between(start, Take().End), inner));
    }

    private Expression? Variable()
    {
        Token variable = _token;
        string text = TextOf(variable.Span);
        Advance();
        if (_token.Kind is TokenKind.LeftBrace or TokenKind.LeftBracket or TokenKind.Offset or TokenKind.At)
            return SelectorOf(text, variable.Span, hasVariable: true);
        if (_token.Kind == TokenKind.LeftParenthesis)
            return Unexpected("behind a variable", "A variable of Grafana cannot be the name of a function here.");
        ExpressionType type = Variables.TypeOf(text, _options.IsThree);
        if (type == ExpressionType.RangeVector)
        {
            Fail(variable.Span, $"{text} is a duration, which is no value", "Use the variable that ends in _s.");
            return null;
        }

        return new VariableExpression(variable.Span, type, text);
    }

    private Expression? CallOrSelector()
    {
        Token name = _token;
        Advance();
        if (_token.Kind != TokenKind.LeftParenthesis) return SelectorOf(name);
        if (_options.AllowGrafanaVariables && VariableText.IsIn(TextOf(name)))
            return Unexpected("behind a variable", "A variable of Grafana cannot be the name of a function here.");
        if (Arguments() is not { } arguments) return null;
        SourceSpan span = SourceSpan.Between(name.Span.Start, _lastEnd);
        if (FindFunction(name) is not { } function) return null;
        return Limited(new CallExpression(span, function, name.Span, arguments));
    }

    private PromQLFunction? FindFunction(Token name)
    {
        ReadOnlySpan<char> text = TextOf(name);
        PromQLFunction? function = PromQLFunctions.Find(text);
        if (function is null)
        {
            IEnumerable<string> known = PromQLFunctions.All.Where(one => one.IsIn(_options.Version))
                .Select(one => one.Name);
            string near = ClosestNames.To(text.ToString(), known) is [var nearest, ..]
                ? $"Did you mean {nearest}?" : "The functions are listed in Prometheus' documentation.";
            Report(name.Span, $"there is no function '{text}'", near);
        }
        else if (!function.IsIn(_options.Version))
        {
            Report(name.Span, $"Prometheus {_options.Version} has no function '{text}'", function.Until is { } until
                ? $"It was removed in {until}." : $"It came with {function.Since}.");
            function = null;
        }
        else if (function.IsExperimentalIn(_options.Version) && !_options.AllowExperimental)
        {
            Report(
                name.Span, $"'{text}' is an experimental function", "Prometheus needs a feature flag to take it.");
        }

        return function;
    }

    // An argument list with its parentheses.
    private List<Expression>? Arguments()
    {
        Advance();
        List<Expression> arguments = [];
        if (TryTake(TokenKind.RightParenthesis)) return arguments;
        while (true)
        {
            if (Binary(0) is not { } argument) return null;
            arguments.Add(argument);
            if (TryTake(TokenKind.RightParenthesis)) return arguments;
            if (_token.Kind != TokenKind.Comma)
            {
                Unexpected("between arguments", "Put a comma between, or close the list with ')'.");
                return null;
            }

            SourceSpan comma = Take();
            if (_token.Kind != TokenKind.RightParenthesis) continue;
            Fail(comma, "a comma stands before ')'", "Remove it, or write another argument.");
            return null;
        }
    }

    private Expression? AggregationOrSelector()
    {
        Token name = _token;
        Advance();
        if (_token.Kind is not (TokenKind.LeftParenthesis or TokenKind.By or TokenKind.Without))
            return SelectorOf(name);

        Grouping? grouping = null;
        if (_token.Kind is TokenKind.By or TokenKind.Without && (grouping = GroupingOf()) is null) return null;
        if (_token.Kind != TokenKind.LeftParenthesis)
            return Unexpected("where an aggregation needs '('", "Write what is to be aggregated in parentheses.");
        if (Arguments() is not { } arguments) return null;
        if (grouping is null && _token.Kind is TokenKind.By or TokenKind.Without && (grouping = GroupingOf()) is null)
            return null;
        return Aggregation(name, grouping, arguments);
    }

    private Expression? Aggregation(Token name, Grouping? grouping, List<Expression> arguments)
    {
        AggregationOperator @operator = Operators.FindAggregation(TextOf(name))!.Value;
        SourceSpan span = SourceSpan.Between(name.Span.Start, _lastEnd);
        int wanted = @operator.HasParameter() ? 2 : 1;
        if (arguments.Count != wanted)
        {
            Fail(
                span, $"{@operator.ToName()} takes {wanted} argument(s), and here are {arguments.Count}",
                wanted == 2 ? $"Write the parameter first: {@operator.ToName()}(parameter, vector)."
                    : $"Write {@operator.ToName()}(vector).");
            return null;
        }

        if (@operator is AggregationOperator.LimitK or AggregationOperator.LimitRatio && !_options.AllowExperimental)
        {
            Report(
                name.Span, $"'{@operator.ToName()}' is an experimental aggregation",
                "Prometheus needs a feature flag to take it.");
        }

        return Limited(new AggregateExpression(
            span, @operator, name.Span, grouping, wanted == 2 ? arguments[0] : null, arguments[^1]));
    }
}
