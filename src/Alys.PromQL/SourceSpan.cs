namespace Alys.PromQL;

/// <summary>A part of a text, in characters (UTF-16 units) from its start.</summary>
/// <param name="Start">Where it begins; 0 or more.</param>
/// <param name="Length">How long it is; 0 or more.</param>
public readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>The first position behind it.</summary>
    public int End => Start + Length;

    /// <summary>The part from one position up to, and without, another.</summary>
    public static SourceSpan Between(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The smallest part that holds this one and another.</summary>
    public SourceSpan To(SourceSpan other) => Between(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Whether a position lies in it.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>What it is of a text.</summary>
    /// <param name="text">The text; what is beyond its end is left out.</param>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int start = Math.Clamp(Start, 0, text.Length);
        return text[start..Math.Clamp(End, start, text.Length)];
    }
}
