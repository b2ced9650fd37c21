using System.Runtime.CompilerServices;

namespace Alys.PromQL.Regexes;

/// <summary>Reads one regular expression: alternatives, sequences, repetitions, groups.</summary>
internal sealed partial class GoRegexReader(string pattern, bool isThree)
{
    // Limits of Go's regexp/syntax.
    private const int MaxRepeat = 1_000;
    private const int MaxHeight = 1_000;

    private int _at;

    // Up to here, \Q makes every character stand for itself; \E is there.
    private int _quotedEnd;

    /// <summary>What is wrong; null as long as nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>What the pattern is like; of no use when there is an <see cref="Error"/>.</summary>
    public RegexShape Read()
    {
        RegexShape shape = Alternatives();
        if (Error is null && _at < pattern.Length) Error = "a ')' closes nothing";
        if (Error is null && shape.Height > MaxHeight) Error = "it is nested too deeply";
        return shape;
    }

    private bool IsAtEnd => _at >= pattern.Length || Error is not null;

    private bool IsQuoted => _at < _quotedEnd;

    private RegexShape Alternatives()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return Fail("it is nested too deeply");
        RegexShape shape = Sequence();
        bool isOne = true;
        while (!IsAtEnd && pattern[_at] == '|')
        {
            _at++;
            RegexShape other = Sequence();
            shape = new RegexShape(
                shape.IsNullable || other.IsNullable, Math.Max(shape.Height, other.Height + 1) + (isOne ? 1 : 0),
                Math.Max(shape.Repeats, other.Repeats));
            isOne = false;
        }

        return shape;
    }

    private RegexShape Sequence()
    {
        var whole = new RegexShape(true, 0, 1);
        RegexShape? last = null;
        bool isAfterRepeat = false;
        int parts = 0;
        while (!IsAtEnd && (IsQuoted || pattern[_at] is not ('|' or ')')))
        {
            if (!IsQuoted && Repeat() is { } count)
            {
                if (Error is not null) break;
                if (isAfterRepeat) return Fail("a repetition is repeated");
                if (last is not { } repeated) return Fail("there is nothing to repeat");
                last = Repeated(repeated, count);
                isAfterRepeat = true;
                continue;
            }

            isAfterRepeat = false;
            RegexShape? part = Part();
            if (part is null) continue;
            Close();
            last = part;
            parts++;
        }

        Close();
        return whole with { Height = whole.Height + (parts > 1 && whole.Height > 1 ? 1 : 0) };

        // A part belongs to the whole when no repetition can follow it any more.
        void Close()
        {
            if (last is not { } part) return;
            whole = new RegexShape(
                whole.IsNullable && part.IsNullable, Math.Max(whole.Height, part.Height),
                Math.Max(whole.Repeats, part.Repeats));
            last = null;
        }
    }

    private RegexShape Repeated(RegexShape part, (int Min, int Max) count)
    {
        int times = Math.Max(1, count.Max < 0 ? count.Min : count.Max);
        long product = (long)part.Repeats * (count.Max < 0 && count.Min < 2 ? 1 : times);
        if (product > MaxRepeat) return Fail($"it repeats more than {MaxRepeat} times");
        return new RegexShape(count.Min == 0 || part.IsNullable, part.Height + 1, (int)product);
    }

    // A repetition that begins here, with what makes it lazy; null when none does. Max is -1 without limit.
    private (int Min, int Max)? Repeat()
    {
        (int Min, int Max)? count = pattern[_at] switch
        {
            '*' => (0, -1),
            '+' => (1, -1),
            '?' => (0, 1),
            '{' => Count(),
            _ => null,
        };
        if (count is null) return null;
        if (pattern[_at] != '{') _at++;
        else _at = pattern.IndexOf('}', _at) + 1;
        if (_at < pattern.Length && pattern[_at] == '?') _at++;
        return count;
    }

    // {n}, {n,} or {n,m}; what only looks like it is text.
    private (int Min, int Max)? Count()
    {
        int end = pattern.IndexOf('}', _at);
        if (end < 0) return null;
        ReadOnlySpan<char> inner = pattern.AsSpan(_at + 1, end - _at - 1);
        int comma = inner.IndexOf(',');
        if (CountOf(comma < 0 ? inner : inner[..comma]) is not { } min) return null;
        int max = min;
        if (comma >= 0)
        {
            max = -1;
            if (comma + 1 < inner.Length)
            {
                if (CountOf(inner[(comma + 1)..]) is not { } given) return null;
                max = given;
            }
        }

        if (min > MaxRepeat || max > MaxRepeat || (max >= 0 && min > max)) Fail("a repetition has no valid count");
        return (min, max);
    }

    // A number without a 0 before it; what is too large is any number beyond the limit.
    private static int? CountOf(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || (digits.Length > 1 && digits[0] == '0') || digits.ContainsAnyExceptInRange('0', '9'))
            return null;
        return digits.Length >= 8 ? MaxRepeat + 1
            : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }

    // One thing that can be repeated; null when it was only flags, or empty.
    private RegexShape? Part()
    {
        char c = pattern[_at];
        switch (IsQuoted ? 'a' : c)
        {
            case '(':
                return Group();
            case '[':
                Class();
                return RegexShape.Character;
            case '^' or '$':
                _at++;
                return RegexShape.Place(isAtEmpty: true);
            case '\\':
                return Escaped();
            default:
                _at += char.IsHighSurrogate(c) ? 2 : 1;
                if (_at == _quotedEnd) _at += 2;
                return RegexShape.Character;
        }
    }

    private RegexShape? Group()
    {
        _at++;
        bool isCapturing = true;
        if (_at < pattern.Length && pattern[_at] == '?')
        {
            string rest = pattern[(_at + 1)..];
            int name = rest.StartsWith("P<", StringComparison.Ordinal) ? 2
                : isThree && rest.StartsWith('<') ? 1 : 0;
            if (name > 0)
            {
                if (!Name(_at + 1 + name)) return null;
            }
            else
            {
                isCapturing = false;
                if (!Flags(out bool opensGroup)) return Fail("'(?' begins no group that Go knows");
                if (!opensGroup) return null;
            }
        }

        RegexShape inner = Alternatives();
        if (Error is not null) return null;
        if (_at >= pattern.Length) return Fail("a '(' is not closed");
        _at++;
        return inner with { Height = inner.Height + (isCapturing ? 1 : 0) };
    }

    private bool Name(int start)
    {
        int end = pattern.IndexOf('>', start);
        string name = end < 0 ? "" : pattern[start..end];
        if (name.Length == 0 || name.Any(c => !Lexing.Chars.IsWord(c))) Fail("a group has no valid name");
        _at = end + 1;
        return Error is null;
    }

    // (?flags) and (?flags: with the flags i, m, s, U, those behind a '-' taken away.
    private bool Flags(out bool opensGroup)
    {
        opensGroup = false;
        bool isTakingAway = false;
        bool hasFlag = false;
        for (_at++; _at < pattern.Length; _at++)
        {
            switch (pattern[_at])
            {
                case 'i' or 'm' or 's' or 'U':
                    hasFlag = true;
                    break;
                case '-' when !isTakingAway:
                    isTakingAway = true;
                    hasFlag = false;
                    break;
                case ':' or ')' when !isTakingAway || hasFlag:
                    opensGroup = pattern[_at] == ':';
                    _at++;
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }

    private RegexShape Fail(string error)
    {
        Error ??= error;
        return RegexShape.Character;
    }
}
