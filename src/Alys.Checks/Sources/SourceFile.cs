using Alys.PromQL;

namespace Alys.Checks.Sources;

/// <summary>A file that is checked.</summary>
/// <remarks><b>Threads:</b> any; it does not change.</remarks>
public sealed class SourceFile
{
    private readonly List<int> _lines = [0];

    /// <summary>Takes its text.</summary>
    /// <param name="path">As it is shown.</param>
    /// <param name="text">Its content.</param>
    public SourceFile(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        Path = path;
        Text = text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') _lines.Add(i + 1);
        }
    }

    /// <summary>Its path, with slashes.</summary>
    public string Path { get; }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>The line of a position, from 1; that of the nearest one for a position beyond the text.</summary>
    public int LineOf(int position)
    {
        int index = _lines.BinarySearch(Math.Clamp(position, 0, Text.Length));
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>The column of a position in its line, from 1, in UTF-16 units.</summary>
    public int ColumnOf(int position) => Math.Clamp(position, 0, Text.Length) - StartOf(LineOf(position)) + 1;

    /// <summary>The position at which a line begins.</summary>
    /// <param name="line">From 1 on; the nearest one that is there for any other.</param>
    public int StartOf(int line) => _lines[Math.Clamp(line, 1, _lines.Count) - 1];

    /// <summary>Where a line is, without its end.</summary>
    /// <param name="line">From 1 on; the nearest one that is there for any other.</param>
    public SourceSpan SpanOf(int line)
    {
        int start = StartOf(line);
        int end = line < _lines.Count ? _lines[Math.Max(line, 1)] - 1 : Text.Length;
        while (end > start && Text[end - 1] == '\r') end--;
        return SourceSpan.Between(start, end);
    }

    /// <summary>A line without its end.</summary>
    /// <param name="line">From 1 on.</param>
    public string Line(int line) => SpanOf(line).Of(Text);

    /// <summary>A place in it.</summary>
    public Location At(SourceSpan span) => new(this, span);
}
