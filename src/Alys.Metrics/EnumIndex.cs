using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Alys.Metrics;

/// <summary>The number of an enum member as an index, negative or too large for what is no member, and what is found
/// there. One class for all of it, as the runtime makes it anew for each enum.</summary>
internal static class EnumIndex<T>
    where T : struct, Enum
{
    internal static readonly EnumLabels Labels = new(typeof(T));

    /// <summary>The label values, in the order of the members' numbers.</summary>
    internal static readonly string[] Values = Labels.Values;

    /// <summary>How many members there are; a constant for compiled code.</summary>
    internal static readonly int Count = Values.Length;

    /// <summary>Whether a number is that of a member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Has(T value) => (uint)Of(value) < (uint)Count;

    /// <summary>The JIT knows the size of <typeparamref name="T"/>, so one branch is left and nothing is
    /// boxed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Of(T value)
    {
        if (Unsafe.SizeOf<T>() == sizeof(int)) return Unsafe.BitCast<T, int>(value);
        if (Unsafe.SizeOf<T>() == sizeof(byte)) return Unsafe.BitCast<T, byte>(value);
        if (Unsafe.SizeOf<T>() == sizeof(short)) return Unsafe.BitCast<T, short>(value);
        long wide = Unsafe.BitCast<T, long>(value);
        return wide is >= 0 and <= int.MaxValue ? (int)wide : -1;
    }
}

/// <summary>Arrays of children by an index that is known to be one.</summary>
internal static class EnumIndex
{
    /// <summary>The element, without the comparison with the length that a compiler cannot see to be needless.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Get<T>(T[] array, nuint index) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), index);
}
