using System.Text.RegularExpressions;
using Alys.PromQL;

namespace Alys.Checks.Templating;

/// <summary>Finds the actions of a template and their tokens.</summary>
/// <remarks><b>Source:</b> "Actions" of the documentation of Go's text/template.</remarks>
internal sealed partial class TemplateLexer(string text)
{
    private const string Left = "{{";
    private const string Right = "}}";
    private const string CommentStart = "/*";
    private const string CommentEnd = "*/";

    private int _at;

    /// <summary>Goes to the next action that is no comment. False: there is none.</summary>
    /// <param name="open">The braces that it begins with.</param>
    public bool NextAction(out SourceSpan open)
    {
        while (true)
        {
            int start = text.IndexOf(Left, _at, StringComparison.Ordinal);
            open = new SourceSpan(Math.Max(start, 0), Left.Length);
            if (start < 0) return false;
            _at = start + Left.Length;
            if (At(0) == '-' && char.IsWhiteSpace(At(1))) _at += 2;
            if (!Is(CommentStart, 0)) return true;
            int end = text.IndexOf(CommentEnd, _at, StringComparison.Ordinal);
            if (end < 0) throw Error(open, "this comment is not closed", "End it with */}}.");
            _at = end + CommentEnd.Length;
            if (Next(open).Kind != TemplateTokenKind.End)
                throw Error(open, "a comment stands alone in its braces", "End it with */}}.");
        }
    }

    /// <summary>The next token of the action.</summary>
    /// <param name="open">The braces that the action began with, for the error when it does not end.</param>
    public TemplateToken Next(SourceSpan open)
    {
        int before = _at;
        while (char.IsWhiteSpace(At(0))) _at++;
        bool afterSpace = _at > before;
        int trim = At(0) == '-' && afterSpace ? 1 : 0;
        if (Is(Right, trim)) return Take(TemplateTokenKind.End, trim + Right.Length, afterSpace);
        if (_at >= text.Length) throw Error(open, "this action is not closed", "End it with }}.");
        Match match = Token().Match(text, _at);
        if (!match.Success)
        {
            throw Error(
                new SourceSpan(_at, 1),
                text[_at] is '"' or '`' or '\'' ? "this text is not closed" : $"{text[_at]} has no meaning here",
                text[_at] is '"' or '`' or '\'' ? "Close it with the same quote." : "Take it out.");
        }

        return Take(KindOf(match), match.Length, afterSpace);
    }

    public static TemplateException Error(SourceSpan span, string message, string help) =>
        new(new TemplateError(span, message, help));

    private static TemplateTokenKind KindOf(Match match) => match.ValueSpan[0] switch
    {
        '$' => TemplateTokenKind.Variable,
        '.' when match.Length == 1 => TemplateTokenKind.Dot,
        '.' when !char.IsAsciiDigit(match.ValueSpan[1]) => TemplateTokenKind.Field,
        '"' or '`' or '\'' => TemplateTokenKind.Text,
        ':' or '=' => TemplateTokenKind.Assign,
        '|' => TemplateTokenKind.Pipe,
        ',' => TemplateTokenKind.Comma,
        '(' => TemplateTokenKind.Open,
        ')' => TemplateTokenKind.Close,
        '_' => TemplateTokenKind.Word,
        var first => char.IsLetter(first) ? TemplateTokenKind.Word : TemplateTokenKind.Number,
    };

    private char At(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private bool Is(string what, int ahead) =>
        text.AsSpan(Math.Min(_at + ahead, text.Length)).StartsWith(what, StringComparison.Ordinal);

    private TemplateToken Take(TemplateTokenKind kind, int length, bool afterSpace)
    {
        SourceSpan span = new(_at, length);
        _at += length;
        return new TemplateToken(kind, text.Substring(span.Start, length), span, afterSpace);
    }

    private const string Words = @"\$\w*|\.[\p{L}_]\w*|[+-]?\.?[0-9][\w.]*|\.|[\p{L}_]\w*";

    private const string Texts = """
        "(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])*'
        """;

    [GeneratedRegex($@"\G(?:{Words}|{Texts}|:=|[=|,()])")]
    private static partial Regex Token();
}
