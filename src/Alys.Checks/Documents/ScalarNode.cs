using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Documents;

/// <summary>A text, a number, a truth value or nothing, as its text.</summary>
public sealed class ScalarNode : DocumentNode
{
    private readonly ScalarStyle _style;
    private int[]? _places;

    internal ScalarNode(SourceFile file, SourceSpan span, string value, ScalarStyle style)
        : base(file, span)
    {
        Value = value;
        _style = style;
    }

    /// <summary>The text, escapes and folding resolved.</summary>
    public string Value { get; }

    /// <summary>Whether it is YAML's null: nothing, or a word for it without quotes.</summary>
    public bool IsNull => _style == ScalarStyle.Plain && Value is ("" or "~" or "null" or "Null" or "NULL");

    /// <summary>Where a part of the value stands in the file.</summary>
    /// <param name="part">In characters of <see cref="Value"/>.</param>
    public SourceSpan InFile(SourceSpan part)
    {
        _places ??= ScalarPlaces.Of(File.Text, Span, Value, _style);
        int start = _places[Math.Clamp(part.Start, 0, Value.Length)];
        return SourceSpan.Between(start, _places[Math.Clamp(part.End, 0, Value.Length)]);
    }
}
