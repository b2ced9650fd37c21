using System.Runtime.CompilerServices;

namespace Alys.Metrics.Families;

/// <summary>The label values of a child as they are kept: one text, and where each value ends, which needs half the
/// memory of a text a value.</summary>
/// <param name="Text">The values, one after the other.</param>
/// <param name="End1">Where the first ends.</param>
/// <param name="End2">Where the second ends.</param>
internal readonly record struct StoredKey(string Text, int End1, int End2)
{
    /// <summary>Whether these are the values looked up, each by itself: <c>a|bc</c> is not <c>ab|c</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Is(in LabelKey key) =>
        End1 == key.Value1.Length
        && End2 == End1 + key.Value2.Length
        && Text.Length == End2 + key.Value3.Length
        && key.Value1.SequenceEqual(Text.AsSpan(0, End1))
        && key.Value2.SequenceEqual(Text.AsSpan(End1, End2 - End1))
        && key.Value3.SequenceEqual(Text.AsSpan(End2));

    /// <summary>The first values, as many as the family has labels.</summary>
    internal string[] Values(int count)
    {
        string[] all = [Text[..End1], Text[End1..End2], Text[End2..]];
        return all[..count];
    }
}
