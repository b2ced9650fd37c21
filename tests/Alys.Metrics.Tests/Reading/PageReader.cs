using System.Text;

namespace Alys.Metrics.Tests.Reading;

/// <summary>
/// A strict reader of both formats, written from their specifications and not from our writer. It reads thousands of
/// pages a second; the real parsers, which check it, read one a test.
/// </summary>
internal sealed class PageReader
{
    private readonly ExpositionFormat _format;
    private readonly List<ReadFamily> _families = [];

    private PageReader(ExpositionFormat format) => _format = format;

    private bool IsOpenMetrics => _format == ExpositionFormat.OpenMetrics;

    /// <summary>The families of a page, in their order.</summary>
    /// <exception cref="PageFormatException">The page breaks a rule of its format.</exception>
    internal static List<ReadFamily> Read(ReadOnlySpan<byte> page, ExpositionFormat format)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(page);
        }
        catch (ArgumentException e)
        {
            throw new PageFormatException("The page is no UTF-8: " + e.Message);
        }

        var reader = new PageReader(format);
        reader.ReadLines(text);
        FamilyRules.CheckAll(reader._families, format);
        return reader._families;
    }

    private void ReadLines(string text)
    {
        string end = IsOpenMetrics ? "# EOF\n" : "";
        if (!text.EndsWith(end, StringComparison.Ordinal))
            throw new PageFormatException("The page does not end in '# EOF' and a newline.");
        text = text[..^end.Length];
        if (text.Length == 0) return;
        if (text[^1] != '\n') throw new PageFormatException("The last line does not end in a newline.");
        foreach (string line in text[..^1].Split('\n'))
        {
            var reader = new LineReader(line);
            if (reader.TryTake("# ")) ReadMetadata(reader);
            else ReadSample(reader);
        }
    }

    private void ReadMetadata(LineReader line)
    {
        string keyword = line.TryTake("TYPE ") ? "TYPE" : line.TryTake("HELP ") ? "HELP"
            : IsOpenMetrics && line.TryTake("UNIT ") ? "UNIT" : throw line.Error("TYPE, HELP or UNIT is expected");
        string name = line.Name(mayHaveColons: true);
        line.Expect(" ");
        ReadFamily family = Family(line, name);
        if (family.Samples.Count > 0) throw line.Error("metadata comes before the samples");
        if (keyword == "TYPE") family.Type = Once(line, family.Type, line.Word());
        else if (keyword == "UNIT") family.Unit = Once(line, family.Unit, line.Word());
        else family.Help = Once(line, family.Help, line.Unescape(line.Rest(), IsOpenMetrics ? "\\\"n" : "\\n"));
        if (!line.AtEnd) throw line.Error("the end of the line is expected");
    }

    private static string Once(LineReader line, string? before, string now) =>
        before is null ? now : throw line.Error("it was said before");

    private ReadFamily Family(LineReader line, string name)
    {
        if (_families.Count > 0 && _families[^1].Name == name) return _families[^1];
        if (_families.Any(family => family.Name == name)) throw line.Error($"the lines of {name} are not together");
        _families.Add(new ReadFamily(name));
        return _families[^1];
    }

    private void ReadSample(LineReader line)
    {
        string name = line.Name(mayHaveColons: true);
        (string, string)[] labels = line.Labels();
        line.Expect(" ");
        double value = line.Number();
        if (_families.Count == 0) throw line.Error("a sample before any metadata");
        _families[^1].Samples.Add(new ReadSample(name, labels, value));
    }
}
