namespace Alys.PromQL.Lexing;

/// <summary>
/// Cuts a text into tokens, one at a time. What a character means depends on whether a brace or a bracket is open, as
/// in Prometheus' own lexer.
/// </summary>
internal sealed partial class Scanner(string text, PromQLOptions options, List<Diagnostic> diagnostics)
{
    private readonly bool _isThree = options.IsThree;
    private readonly bool _hasVariables = options.AllowGrafanaVariables;

    private int _position;
    private int _parentheses;
    private bool _isInBraces;
    private bool _isInBrackets;

    // Behind a bracket that was just opened comes a duration and nothing else.
    private bool _isAtRange;
    private bool _hasColon;

    /// <summary>The next token; comments are among them, spaces are not.</summary>
    public Token Next()
    {
        while (_position < text.Length && Chars.IsSpace(text[_position])) _position++;
        int start = _position;
        if (start == text.Length) return AtEnd();
        char c = text[start];
        if (c == '#' && !_isAtRange) return Comment();
        if (_isInBraces) return InBraces(c);
        if (_isInBrackets && InBrackets(c) is { } inBrackets) return inBrackets;
        if (IsVariable() || IsNumber(c)) return NumberOrDuration();
        if (Chars.IsLetter(c) || c == ':') return KeywordOrIdentifier();
        return c is '"' or '\'' or '`' ? Quoted(c) : Sign(c);
    }

    private Token AtEnd()
    {
        if (_isInBraces)
            return Error(text.Length, text.Length, "a '{' is not closed", "Add the missing '}'.");
        if (_isInBrackets)
            return Error(text.Length, text.Length, "a '[' is not closed", "Add the missing ']'.");
        if (_parentheses != 0)
            return Error(text.Length, text.Length, "a '(' is not closed", "Add the missing ')'.");
        return new Token(TokenKind.EndOfInput, new SourceSpan(text.Length, 0));
    }

    private Token Comment()
    {
        int length = text.AsSpan(_position).IndexOfAny('\n', '\r');
        return Made(TokenKind.Comment, length < 0 ? text.Length - _position : length);
    }

    private Token Sign(char c)
    {
        switch (c)
        {
            case '(':
                _parentheses++;
                return Made(TokenKind.LeftParenthesis, 1);
            case ')':
                _parentheses--;
                return _parentheses >= 0 ? Made(TokenKind.RightParenthesis, 1)
                    : Error(_position, _position + 1, "this ')' closes nothing", "Remove it, or add its '('.");
            case '{':
                _isInBraces = true;
                return Made(TokenKind.LeftBrace, 1);
            case '[':
                return OpenBracket();
            case ']' when _isInBrackets:
                _isInBrackets = _isAtRange = false;
                return Made(TokenKind.RightBracket, 1);
            case ']':
                return Error(_position, _position + 1, "this ']' closes nothing", "Remove it, or add its '['.");
            default:
                return Operator(c);
        }
    }

    private Token OpenBracket()
    {
        if (_isInBrackets)
        {
            return Error(
                _position, _position + 1, "a '[' cannot stand inside a range", "Close the range before it with ']'.");
        }

        _isInBrackets = _isAtRange = true;
        _hasColon = false;
        return Made(TokenKind.LeftBracket, 1);
    }

    private Token Operator(char c)
    {
        char next = _position + 1 < text.Length ? text[_position + 1] : '\0';
        switch (c)
        {
            case ',': return Made(TokenKind.Comma, 1);
            case '+': return Made(TokenKind.Add, 1);
            case '-': return Made(TokenKind.Subtract, 1);
            case '*': return Made(TokenKind.Multiply, 1);
            case '/': return Made(TokenKind.Divide, 1);
            case '%': return Made(TokenKind.Modulo, 1);
            case '^': return Made(TokenKind.Power, 1);
            case '@': return Made(TokenKind.At, 1);
            case '=' when next == '=': return Made(TokenKind.Equal, 2);
            case '=' when next != '~': return Made(TokenKind.Assign, 1);
            case '!' when next == '=': return Made(TokenKind.NotEqual, 2);
            case '<' when next == '/' && _isThree: return Made(TokenKind.TrimUpper, 2);
            case '>' when next == '/' && _isThree: return Made(TokenKind.TrimLower, 2);
            case '<': return next == '=' ? Made(TokenKind.LessOrEqual, 2) : Made(TokenKind.Less, 1);
            case '>': return next == '=' ? Made(TokenKind.GreaterOrEqual, 2) : Made(TokenKind.Greater, 1);
            case '=' or '!' when next == '~':
                return Error(
                    _position, _position + 2, $"'{c}~' compares labels, and stands inside braces only",
                    "Use '==' or '!=' to compare values.");
            default:
                return Unexpected(c);
        }
    }

    private Token InBraces(char c)
    {
        char next = _position + 1 < text.Length ? text[_position + 1] : '\0';
        if (Chars.IsLetter(c) || IsVariable()) return Made(TokenKind.Identifier, WordLength(withColons: false));
        switch (c)
        {
            case ',': return Made(TokenKind.Comma, 1);
            case '"' or '\'' or '`': return Quoted(c);
            case '=' when next == '~': return Made(TokenKind.RegexMatch, 2);
            case '=': return Made(TokenKind.Assign, 1);
            case '!' when next == '~': return Made(TokenKind.RegexNoMatch, 2);
            case '!' when next == '=': return Made(TokenKind.NotEqual, 2);
            case '}':
                _isInBraces = false;
                return Made(TokenKind.RightBrace, 1);
            case '{':
                return Error(_position, _position + 1, "a '{' cannot stand inside braces", "Close the first with '}'.");
            default:
                return Error(
                    _position, _position + 1, $"{Chars.Show(c)} cannot stand inside braces",
                    "Write label=\"value\", label!=\"value\", label=~\"pattern\" or label!~\"pattern\".");
        }
    }

    // The length of a name with the variables glued to it.
    private int WordLength(bool withColons)
    {
        int end = _position;
        while (end < text.Length)
        {
            char c = text[end];
            int variable = _hasVariables && c is '$' or '[' ? VariableText.Length(text, end) : 0;
            if (variable > 0) end += variable;
            else if (Chars.IsWord(c) || (withColons && c == ':')) end++;
            else break;
        }

        return end - _position;
    }

    private Token KeywordOrIdentifier()
    {
        int start = _position;
        int length = WordLength(withColons: true);
        ReadOnlySpan<char> word = text.AsSpan(start, length);
        TokenKind kind = Keywords.Find(word, _isThree);
        if (kind is TokenKind.Fill or TokenKind.FillLeft or TokenKind.FillRight && !IsBeforeParenthesis(start + length))
            kind = TokenKind.Identifier;
        if (kind == TokenKind.Identifier && word.Contains(':') && !VariableText.IsIn(word))
            kind = TokenKind.MetricIdentifier;
        return Made(kind, length);
    }

    private bool IsBeforeParenthesis(int at)
    {
        while (at < text.Length && Chars.IsSpace(text[at])) at++;
        return at < text.Length && text[at] == '(';
    }

    private bool IsVariable() => _hasVariables && text[_position] is '$' or '['
        && VariableText.Length(text, _position) > 0;

    private bool IsNumber(char c) => char.IsAsciiDigit(c)
        || (c == '.' && _position + 1 < text.Length && char.IsAsciiDigit(text[_position + 1]));

    private Token Made(TokenKind kind, int length)
    {
        var span = new SourceSpan(_position, length);
        _position += length;
        return new Token(kind, span);
    }

    private Token Unexpected(char c) => Error(
        _position, _position + 1, $"{Chars.Show(c)} means nothing in PromQL",
        c == '$' ? "It begins a variable of Grafana: these are read where the option for them is on." : "Remove it.");

    private Token Error(int start, int end, string message, string help)
    {
        SourceSpan span = SourceSpan.Between(start, Math.Min(end, text.Length));
        diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, span, message, help));
        _position = text.Length;
        return new Token(TokenKind.Error, span);
    }
}
