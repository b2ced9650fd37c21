using System.Text;
using System.Text.RegularExpressions;
using Alys.PromQL;

namespace Alys.Checks.Templating;

/// <summary>A text that is written out in a template.</summary>
/// <param name="Span">Where, with its quotes.</param>
/// <param name="Quoted">The text with its quotes.</param>
/// <param name="IsFormat">Whether <c>printf</c> fills it in.</param>
internal sealed partial record TemplateText(SourceSpan Span, string Quoted, bool IsFormat)
{
    // What is filled in is known to nobody before: as in a dashboard, a variable stands for it.
    private const string FilledIn = "${v}";

    private const string Verb = @"%[-+# 0-9.]*(?<verb>[a-zA-Z%])";
    private const string Escape =
        @"\\x(?<code>[0-9a-fA-F]{2})|\\u(?<code>[0-9a-fA-F]{4})|\\U(?<code>00[0-9a-fA-F]{6})|(?<escape>\\.)";

    private const string Escapes = "abfnrtv\\\"";
    private const string Escaped = "\a\b\f\n\r\t\v\\\"";

    /// <summary>What it says, and for each character, and the end, where that stands in the template. Null: it is no
    /// text of Go's.</summary>
    /// <remarks><b>Source:</b> "String literals" of the specification of Go, and the documentation of its package
    /// fmt.</remarks>
    public (string Text, int[] Places)? Read()
    {
        Regex pieces = Piece();
        StringBuilder text = new();
        List<int> places = [];
        for (int at = 1; at < Quoted.Length - 1;)
        {
            Match match = pieces.Match(Quoted, at);
            if (!match.Success || Meaning(match) is not { } meaning) return null;
            text.Append(meaning);
            places.AddRange(Enumerable.Repeat(Span.Start + at, meaning.Length));
            at += match.Length;
        }

        return (text.ToString(), [.. places, Span.End - 1]);
    }

    private Regex Piece() => Quoted[0] == '`' ? IsFormat ? RawFormat() : Raw() : IsFormat ? Format() : Plain();

    private static string? Meaning(Match match)
    {
        string piece = match.Value;
        if (match.Groups["verb"] is { Success: true } verb)
            return verb.Value switch { "%" => "%", "q" => $"\"{FilledIn}\"", _ => FilledIn };
        if (match.Groups["code"] is { Success: true } code)
        {
            int number = Convert.ToInt32(code.Value, 16);
            // A byte that is no character by itself is in no query that people write.
            return piece[1] == 'x' && number > 0x7f || !Rune.IsValid(number) ? null : new Rune(number).ToString();
        }

        if (!match.Groups["escape"].Success) return piece;
        int index = Escapes.IndexOf(piece[1], StringComparison.Ordinal);
        return index < 0 ? null : Escaped[index].ToString();
    }

    [GeneratedRegex(@"\G[^`]")]
    private static partial Regex Raw();

    [GeneratedRegex($@"\G(?:{Verb}|[^`%])")]
    private static partial Regex RawFormat();

    [GeneratedRegex($@"\G(?:{Escape}|[^\\])")]
    private static partial Regex Plain();

    [GeneratedRegex($@"\G(?:{Escape}|{Verb}|[^\\%])")]
    private static partial Regex Format();
}
