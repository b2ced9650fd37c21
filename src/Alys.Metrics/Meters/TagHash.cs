using System.Runtime.CompilerServices;
using Alys.Metrics.Families;

namespace Alys.Metrics.Meters;

/// <summary>
/// Hashes and compares tags as they are given, in any order, without running a line of the application's code: values
/// are compared only when their type is one of the base library's plain ones.
/// </summary>
internal static class TagHash
{
    /// <summary>Odd, its bits half ones: 2^64 divided by the golden ratio (Knuth, "The Art of Computer Programming",
    /// volume 3, 6.4).</summary>
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The sum over the tags, which no order of them changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        ulong hash = 0;
        foreach (ref readonly KeyValuePair<string, object?> tag in tags)
        {
            ulong mixed = (OfValue(tag.Value) ^ OfKey(tag.Key)) * Golden;
            hash += mixed ^ (mixed >> 32);
        }

        return hash;
    }

    /// <summary>Whether <paramref name="tags"/> are those of <paramref name="known"/>, whose keys are distinct and
    /// whose values are plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Same(
        KeyValuePair<string, object?>[] known, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (known.Length != tags.Length) return false;
        for (int i = 0; i < known.Length; i++)
        {
            if (!Same(known[i], tags[i])) return SameInAnyOrder(known, tags);
        }

        return true;
    }

    /// <summary>Whether tags can be kept and compared: plain values, and no key twice.</summary>
    internal static bool ArePlain(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        for (int i = 0; i < tags.Length; i++)
        {
            if (!IsPlain(tags[i].Value)) return false;
            for (int j = 0; j < i; j++)
            {
                if (tags[i].Key == tags[j].Key) return false;
            }
        }

        return true;
    }

    /// <summary>The key's length and ends: keys of one instrument are few and known to its author, so they need no
    /// more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfKey(string? key) =>
        string.IsNullOrEmpty(key) ? 0 : ((ulong)key.Length << 32) | ((ulong)key[0] << 16) | key[^1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfValue(object? value) => value switch
    {
        string text => TextHash.Of(text),
        null => 0,
        _ => OfOther(value),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong OfOther(object value) => value switch
    {
        int number => (uint)number * Golden,
        long number => (ulong)number * Golden,
        bool flag => flag ? Golden : ~Golden,
        _ => IsPlain(value) ? (ulong)value.GetHashCode() * Golden : 0,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Same(KeyValuePair<string, object?> known, KeyValuePair<string, object?> given) =>
        (ReferenceEquals(known.Key, given.Key) || known.Key == given.Key)
        && (ReferenceEquals(known.Value, given.Value) || SameValue(known.Value, given.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SameValue(object? known, object? given) =>
        known is string text ? given is string other && text == other : SameOther(known, given);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool SameOther(object? known, object? given) =>
        known is not null && given is not null && known.GetType() == given.GetType() && known.Equals(given);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool SameInAnyOrder(
        KeyValuePair<string, object?>[] known, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (ref readonly KeyValuePair<string, object?> tag in known.AsSpan())
        {
            bool found = false;
            for (int i = 0; i < tags.Length && !found; i++) found = Same(tag, tags[i]);
            if (!found) return false;
        }

        return true;
    }

    private static bool IsPlain(object? value) => value is null or string or bool or char
        or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or Enum
        or Guid;
}
