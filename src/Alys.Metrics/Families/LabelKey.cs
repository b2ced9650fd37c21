using System.Runtime.CompilerServices;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Families;

/// <summary>One to three label values that are looked up.</summary>
internal readonly ref struct LabelKey(
    ReadOnlySpan<char> value1, ReadOnlySpan<char> value2, ReadOnlySpan<char> value3, int count)
{
    internal readonly ReadOnlySpan<char> Value1 = value1;
    internal readonly ReadOnlySpan<char> Value2 = value2;
    internal readonly ReadOnlySpan<char> Value3 = value3;

    internal int Count => count;

    /// <summary>The key of a family's child for what finds no room.</summary>
    internal static LabelKey Other(int count) =>
        new(LabelText.Other, count > 1 ? LabelText.Other : "", count > 2 ? LabelText.Other : "", count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Hash()
    {
        ulong hash = TextHash.Of(Value1);
        if (count > 1) hash = TextHash.Of(Value2, hash);
        if (count > 2) hash = TextHash.Of(Value3, hash);
        return (int)hash;
    }

    internal bool Equals(in LabelKey other) =>
        Value1.SequenceEqual(other.Value1) && Value2.SequenceEqual(other.Value2) && Value3.SequenceEqual(other.Value3);

    internal bool IsAcceptable(int maxLength) =>
        LabelText.IsAcceptable(Value1, maxLength)
        && LabelText.IsAcceptable(Value2, maxLength)
        && LabelText.IsAcceptable(Value3, maxLength);

    internal StoredKey Store() => new(
        string.Concat(Value1, Value2, Value3), Value1.Length, Value1.Length + Value2.Length);
}
