using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Alys.Metrics.Tests.Reading;

/// <summary>
/// Reads one line from its left end to its right. Strict where the formats allow a choice: one space between two
/// parts, no comma after the last label, since that is what every parser takes.
/// Source: OpenMetrics 1.0.0, "ABNF"; Prometheus "Exposition formats", "Text format details".
/// </summary>
internal sealed partial class LineReader(string line)
{
    private int _at;

    internal bool AtEnd => _at == line.Length;

    internal void Expect(string text)
    {
        if (!TryTake(text)) throw Error($"'{text}' is expected");
    }

    internal bool TryTake(string text)
    {
        if (string.CompareOrdinal(line, _at, text, 0, text.Length) != 0) return false;
        _at += text.Length;
        return true;
    }

    /// <summary>A name of a metric or, without colons, of a label.</summary>
    internal string Name(bool mayHaveColons) => Take(mayHaveColons ? MetricName() : LabelName());

    internal string Word() => Take(LowerCaseWord());

    internal string Rest()
    {
        string rest = line[_at..];
        _at = line.Length;
        return rest;
    }

    /// <summary><c>{a="b",c="d"}</c>, or nothing.</summary>
    internal (string Name, string Value)[] Labels()
    {
        if (!TryTake("{")) return [];
        List<(string Name, string Value)> labels = [];
        do
        {
            string name = Name(mayHaveColons: false);
            if (labels.Any(label => label.Name == name)) throw Error($"the label {name} stands twice");
            Expect("=\"");
            labels.Add((name, Quoted()));
        }
        while (TryTake(","));
        Expect("}");
        return [.. labels];
    }

    /// <summary>A number that ends the line.</summary>
    internal double Number()
    {
        string text = Take(NumberText());
        if (!AtEnd) throw Error("the line ends after the value");
        return text switch
        {
            "NaN" => double.NaN,
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A text with only these escapes.</summary>
    internal string Unescape(string text, string escapes)
    {
        var plain = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            if (i == text.Length || !escapes.Contains(text[i], StringComparison.Ordinal)) throw Error("a bad escape");
            plain.Append(text[i] == 'n' ? '\n' : text[i]);
        }

        return plain.ToString();
    }

    internal PageFormatException Error(string what) => new($"{what} at {_at} of: {line}");

    private string Quoted()
    {
        int start = _at;
        while (_at < line.Length && line[_at] != '"') _at += line[_at] == '\\' ? 2 : 1;
        if (_at >= line.Length) throw Error("a label value has no end");
        string text = Unescape(line[start.._at], "\\\"n");
        _at++;
        return text;
    }

    private string Take(Regex what)
    {
        Match match = what.Match(line, _at);
        if (!match.Success) throw Error($"{what} is expected");
        _at += match.Length;
        return match.Value;
    }

    [GeneratedRegex(@"\G[a-zA-Z_:][a-zA-Z0-9_:]*")]
    private static partial Regex MetricName();

    [GeneratedRegex(@"\G[a-zA-Z_][a-zA-Z0-9_]*")]
    private static partial Regex LabelName();

    [GeneratedRegex(@"\G[a-z]+")]
    private static partial Regex LowerCaseWord();

    [GeneratedRegex(@"\G(NaN|[+-]Inf|-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?)")]
    private static partial Regex NumberText();
}
