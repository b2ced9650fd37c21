using System.Runtime.CompilerServices;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Families;

/// <summary>One to three label values that are looked up; they are compared one by one, never joined.</summary>
internal readonly ref struct LabelKey(
    ReadOnlySpan<char> value1, ReadOnlySpan<char> value2, ReadOnlySpan<char> value3, int count)
{
    private readonly ReadOnlySpan<char> _value1 = value1;
    private readonly ReadOnlySpan<char> _value2 = value2;
    private readonly ReadOnlySpan<char> _value3 = value3;

    internal int Count => count;

    internal static LabelKey Of(string[] values) => new(
        values[0], values.Length > 1 ? values[1] : default, values.Length > 2 ? values[2] : default, values.Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Hash()
    {
        ulong hash = TextHash.Of(_value1);
        if (count > 1) hash = TextHash.Of(_value2, hash);
        if (count > 2) hash = TextHash.Of(_value3, hash);
        return (int)hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Equals(string[] values) =>
        _value1.SequenceEqual(values[0])
        && (count < 2 || _value2.SequenceEqual(values[1]))
        && (count < 3 || _value3.SequenceEqual(values[2]));

    internal bool IsAcceptable(int maxLength) =>
        LabelText.IsAcceptable(_value1, maxLength)
        && LabelText.IsAcceptable(_value2, maxLength)
        && LabelText.IsAcceptable(_value3, maxLength);

    internal bool IsOther() =>
        _value1.SequenceEqual(LabelText.Other)
        && (count < 2 || _value2.SequenceEqual(LabelText.Other))
        && (count < 3 || _value3.SequenceEqual(LabelText.Other));

    internal string[] ToArray() => count switch
    {
        1 => [_value1.ToString()],
        2 => [_value1.ToString(), _value2.ToString()],
        _ => [_value1.ToString(), _value2.ToString(), _value3.ToString()],
    };
}
