using System.Runtime.CompilerServices;
using Alys.Metrics.Cells;

namespace Alys.Metrics;

/// <summary>
/// Counting in a closed family without a handle between: the cells of its children lie side by side, so the numbers of
/// the members lead to the cell by arithmetic.
/// </summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> that of <see cref="Counter.Add"/> and a multiplication; a number that is
/// no member, or an amount that is refused, is counted as dropped.</remarks>
public static class CounterFamilyExtensions
{
    /// <summary>Adds one to the child of a member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Increment<T1>(this EnumFamily<Counter, T1> family, T1 value)
        where T1 : struct, Enum => family.Add(value, 1);

    /// <summary>Adds <paramref name="amount"/> to the child of a member; see <see cref="Counter.Add"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T1>(this EnumFamily<Counter, T1> family, T1 value, long amount)
        where T1 : struct, Enum => Add(
            family.Children,
            EnumFamily<Counter, T1>.Has(value),
            EnumFamily<Counter, T1>.IndexOf(value),
            amount);

    /// <summary>Adds one to the child of two members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Increment<T1, T2>(this EnumFamily<Counter, T1, T2> family, T1 value1, T2 value2)
        where T1 : struct, Enum
        where T2 : struct, Enum => family.Add(value1, value2, 1);

    /// <summary>Adds <paramref name="amount"/> to the child of two members; see <see cref="Counter.Add"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T1, T2>(this EnumFamily<Counter, T1, T2> family, T1 value1, T2 value2, long amount)
        where T1 : struct, Enum
        where T2 : struct, Enum =>
        Add(
            family.Children,
            EnumFamily<Counter, T1, T2>.Has(value1, value2),
            EnumFamily<Counter, T1, T2>.IndexOf(value1, value2),
            amount);

    /// <summary>Adds one to the child of three members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Increment<T1, T2, T3>(
        this EnumFamily<Counter, T1, T2, T3> family, T1 value1, T2 value2, T3 value3)
        where T1 : struct, Enum
        where T2 : struct, Enum
        where T3 : struct, Enum => family.Add(value1, value2, value3, 1);

    /// <summary>Adds <paramref name="amount"/> to the child of three members; see <see cref="Counter.Add"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T1, T2, T3>(
        this EnumFamily<Counter, T1, T2, T3> family, T1 value1, T2 value2, T3 value3, long amount)
        where T1 : struct, Enum
        where T2 : struct, Enum
        where T3 : struct, Enum =>
        Add(
            family.Children,
            EnumFamily<Counter, T1, T2, T3>.Has(value1, value2, value3),
            EnumFamily<Counter, T1, T2, T3>.IndexOf(value1, value2, value3),
            amount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(EnumChildren<Counter> children, bool known, nuint index, long amount)
    {
        // The thread's cells are asked for first, on every way: then compiled code finds them once for a whole loop.
        nuint slot = (uint)children.FirstSlot + index;
        if (CellStore.Has(slot) && known && (ulong)amount <= Counter.MostAtOnce)
            CellStore.OwnUnchecked(slot) += amount;
        else
            AddRarely(children, known, index, amount);
        GC.KeepAlive(children);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddRarely(EnumChildren<Counter> children, bool known, nuint index, long amount) =>
        (known ? children.All[index] : children.Stray()).Add(amount);
}
