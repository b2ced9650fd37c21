namespace Alys.PromQL.Lexing;

/// <summary>Numbers, durations, and what stands in brackets.</summary>
internal sealed partial class Scanner
{
    // What brackets change; null when they change nothing.
    private Token? InBrackets(char c)
    {
        if (_isAtRange && !_isThree)
        {
            if (IsVariable()) return NumberOrDuration();
            return IsNumber(c) ? FirstDuration() : Error(
                _position, _position + 1, "a range begins with a duration", "Write for example [5m].");
        }

        if (c == ':') return Colon();
        if (!Chars.IsLetter(c)) return null;
        if (_isThree) return DurationWord();

        // Prometheus before 3.0 takes any letter in brackets for a colon.
        diagnostics.Add(new Diagnostic(
            DiagnosticSeverity.Warning, new SourceSpan(_position, 1), $"Prometheus reads {Chars.Show(c)} as ':' here",
            "Write ':' before the step of a subquery."));
        return Colon();
    }

    private Token Colon()
    {
        bool isSecond = _hasColon;
        _hasColon = true;
        return !isSecond ? Made(TokenKind.Colon, 1) : Error(
            _position, _position + 1, "a range has one step at most", "Remove this ':' and what follows it.");
    }

    private Token FirstDuration()
    {
        int start = _position;
        Token token = NumberOrDuration();
        return token.Kind != TokenKind.Number ? token : Error(
            start, token.Span.End, "a range needs a unit", "Write for example [300s] or [5m].");
    }

    // From 3.0 on, functions of durations.
    private Token DurationWord()
    {
        int length = WordLength(withColons: false);
        ReadOnlySpan<char> word = text.AsSpan(_position, length);
        TokenKind kind = Keywords.Find(word, _isThree);
        bool isKnown = kind is TokenKind.Step or TokenKind.Range
            || word.Equals("min", StringComparison.OrdinalIgnoreCase)
            || word.Equals("max", StringComparison.OrdinalIgnoreCase)
            || word is "min_of" or "max_of";
        return isKnown ? Made(kind, length) : Error(
            _position, _position + length, $"'{word}' cannot stand in a range", "Write for example [5m] or [5m:1m].");
    }

    private Token NumberOrDuration()
    {
        int start = _position;
        _isAtRange = false;
        if (_hasVariables && LengthWithVariables() is > 0 and var glued) return Glued(glued);
        int end = _isThree ? EndOfNumberThree(start) : EndOfNumberTwo(start);
        bool isGood = end >= 0;
        end = Math.Abs(end);
        if (isGood && !IsWordAt(end)) return Made(TokenKind.Number, end - start);

        int unit = EndOfUnits(end);
        if (unit > 0 && !IsWordAt(unit)) return Made(TokenKind.Duration, unit - start);
        while (IsWordAt(end)) end++;
        return Error(
            start, end, $"'{text.AsSpan(start, end - start)}' is neither a number nor a duration",
            "Durations are whole numbers with the units y, w, d, h, m, s, ms: 1h30m.");
    }

    private Token Glued(int length)
    {
        // A word that begins with a variable, such as ${prefix}_total, is a name; digits and units stay what they are.
        bool isName = !_isInBrackets && Chars.IsWord(text[_position + length - 1])
            && VariableText.Length(text, _position) is > 0 and var first && first < length;
        return Made(isName ? TokenKind.Identifier : TokenKind.Variable, length);
    }

    // The length of a run of letters, digits and at least one variable; 0 when there is no variable in it.
    private int LengthWithVariables()
    {
        int end = _position;
        bool hasVariable = false;
        while (end < text.Length)
        {
            int variable = text[end] is '$' or '[' ? VariableText.Length(text, end) : 0;
            if (variable == 0 && !Chars.IsWord(text[end]) && (text[end] != ':' || _isInBrackets)) break;
            hasVariable |= variable > 0;
            end += Math.Max(1, variable);
        }

        return hasVariable ? end - _position : 0;
    }

    private bool IsWordAt(int at) => at < text.Length && Chars.IsWord(text[at]);

    // Prometheus 2: digits, a dot, digits, an exponent. Whether that makes a number is seen when it is read.
    private int EndOfNumberTwo(int at)
    {
        bool isHex = text[at] == '0' && at + 1 < text.Length && text[at + 1] is 'x' or 'X';
        if (isHex) at += 2;
        at = SkipDigits(at, isHex);
        if (at < text.Length && text[at] == '.') at = SkipDigits(at + 1, isHex);
        if (at >= text.Length || text[at] is not ('e' or 'E')) return at;
        at++;
        if (at < text.Length && text[at] is '+' or '-') at++;
        return SkipDigits(at, isHex: false);
    }

    // Prometheus 3: underscores between digits too, and neither of '.', '_', 'e' twice or beside another. A negative
    // result says that it is no number up to there.
    private int EndOfNumberThree(int at)
    {
        bool isHex = text[at] == '0' && at + 1 < text.Length && text[at + 1] is 'x' or 'X';
        if (isHex) at += at + 2 < text.Length && text[at + 2] == '_' ? 3 : 2;
        bool hasDot = false;
        bool hasExponent = false;
        if (at < text.Length && text[at] == '.') at++;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (IsDigit(c, isHex)) continue;
            char next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (c == '.')
            {
                if (hasDot || isHex || next is '_' or '.') return -(at + 1);
                hasDot = true;
            }
            else if (c is 'e' or 'E')
            {
                if (hasExponent) return -(at + 1);
                hasExponent = true;
                if (next is '+' or '-') next = ++at + 1 < text.Length ? text[at + 1] : '\0';
                if (next is '.' or '_' or 'e' or 'E' or '\0') return -(at + 1);
            }
            else if (c == '_')
            {
                if (next is '.' or '_' or 'e' or 'E' or '\0') return -(at + 1);
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsDigit(char c, bool isHex) => isHex ? char.IsAsciiHexDigit(c) : char.IsAsciiDigit(c);

    private int SkipDigits(int at, bool isHex)
    {
        while (at < text.Length && IsDigit(text[at], isHex)) at++;
        return at;
    }

    // Units with digits between them; the order is seen when it is read. 0 when it is none.
    private int EndOfUnits(int at)
    {
        if (at >= text.Length || text[at] is not ('s' or 'm' or 'h' or 'd' or 'w' or 'y')) return 0;
        at = SkipSecond(at + 1);
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at = SkipDigits(at, isHex: false);
            if (at >= text.Length || text[at] is not ('s' or 'm' or 'h' or 'd' or 'w')) return 0;
            at = SkipSecond(at + 1);
        }

        return at;
    }

    private int SkipSecond(int at) => at < text.Length && text[at] == 's' ? at + 1 : at;
}
