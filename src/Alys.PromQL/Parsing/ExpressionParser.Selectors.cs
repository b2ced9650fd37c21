using Alys.PromQL.Lexing;
using Alys.PromQL.Regexes;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Parsing;

/// <summary>Selectors and their matchers.</summary>
internal sealed partial class ExpressionParser
{
    private const string MatcherHelp =
        "Write label=\"value\", label!=\"value\", label=~\"pattern\" or label!~\"pattern\".";

    private static readonly List<LabelMatcher> NoMatchers = [];

    // A selector whose name, or whose brace, is the token now.
    private VectorSelector? Selector()
    {
        if (_token.Kind == TokenKind.LeftBrace) return SelectorOf(null, new SourceSpan(_token.Span.Start, 0), false);
        Token name = _token;
        Advance();
        return SelectorOf(name);
    }

    private VectorSelector? SelectorOf(Token name) => SelectorOf(
        TextOf(name.Span), name.Span, _options.AllowGrafanaVariables && VariableText.IsIn(TextOf(name)));

    private VectorSelector? SelectorOf(string? name, SourceSpan nameSpan, bool hasVariable)
    {
        List<LabelMatcher> matchers = NoMatchers;
        int start = nameSpan.Start;
        if (_token.Kind == TokenKind.LeftBrace)
        {
            matchers = [];
            if (!Matchers(matchers, ref name, ref nameSpan)) return null;
        }

        return new VectorSelector(SourceSpan.Between(start, _lastEnd), name, nameSpan, matchers)
        {
            HasVariableName = hasVariable,
        };
    }

    private bool Matchers(List<LabelMatcher> matchers, ref string? name, ref SourceSpan nameSpan)
    {
        Advance();
        if (TryTake(TokenKind.RightBrace)) return true;
        bool hasQuotedName = false;
        while (true)
        {
            Token label = _token;
            if (label.Kind != TokenKind.Identifier && !(label.Kind == TokenKind.Text && _options.IsThree))
            {
                Unexpected("where a label is expected", MatcherHelp);
                return false;
            }

            Advance();
            bool isName = label.Kind == TokenKind.Text && _token.Kind is TokenKind.Comma or TokenKind.RightBrace;
            if (!isName)
            {
                if (Matcher(label) is not { } matcher) return false;
                matchers.Add(matcher);
            }
            else if (name is null && !hasQuotedName)
            {
                (name, nameSpan, hasQuotedName) = (StringText.Unquote(TextOf(label)), label.Span, true);
            }
            else
            {
                // A second name is a condition like any other; the checks decide whether it may be there.
                matchers.Add(new LabelMatcher(
                    new LabelName(VectorSelector.NameLabel, label.Span), MatchOperator.Equal,
                    StringText.Unquote(TextOf(label)), label.Span));
            }

            if (TryTake(TokenKind.RightBrace)) return true;
            if (!TryTake(TokenKind.Comma))
            {
                Unexpected("between matchers", "Put a comma between, or close the braces with '}'.");
                return false;
            }

            if (TryTake(TokenKind.RightBrace)) return true;
        }
    }

    private LabelMatcher? Matcher(Token label)
    {
        MatchOperator? @operator = _token.Kind switch
        {
            TokenKind.Assign => MatchOperator.Equal,
            TokenKind.NotEqual => MatchOperator.NotEqual,
            TokenKind.RegexMatch => MatchOperator.Regex,
            TokenKind.RegexNoMatch => MatchOperator.NotRegex,
            _ => null,
        };
        if (@operator is null)
        {
            Unexpected("where '=', '!=', '=~' or '!~' is expected", MatcherHelp);
            return null;
        }

        Advance();
        if (_token.Kind != TokenKind.Text)
        {
            Unexpected("where a string is expected", "Put the value into double quotes.");
            return null;
        }

        string value = StringText.Unquote(TextOf(_token));
        bool hasVariable = _options.AllowGrafanaVariables && VariableText.IsIn(value);
        if (@operator >= MatchOperator.Regex && !hasVariable && GoRegex.FindError(value, _options.IsThree) is { } error)
        {
            Report(
                _token.Span, $"the pattern is no regular expression of Go's: {error}",
                "The syntax is described at https://github.com/google/re2/wiki/Syntax.");
        }

        string name = label.Kind == TokenKind.Text ? StringText.Unquote(TextOf(label)) : TextOf(label.Span);
        return new LabelMatcher(new LabelName(name, label.Span), @operator.Value, value, Take())
        {
            HasVariable = hasVariable,
        };
    }
}
