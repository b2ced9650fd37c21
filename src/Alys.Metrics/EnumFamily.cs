using System.Runtime.CompilerServices;

namespace Alys.Metrics;

/// <summary>
/// A metric with one label of a closed set. Every child exists from the start, so a query never finds nothing where the
/// truth is 0.
/// </summary>
/// <remarks><b>Threads:</b> any. <b>Cost</b> of the indexer: one array load, no hashing. A counter that is looked up
/// each time is cheaper by <see cref="CounterFamilyExtensions"/>.</remarks>
/// <typeparam name="TInstrument">The instrument of each child.</typeparam>
/// <typeparam name="T1">The enum of the label.</typeparam>
public sealed class EnumFamily<TInstrument, T1>
    where TInstrument : Instrument
    where T1 : struct, Enum
{
    private readonly TInstrument[] _all;

    internal EnumFamily(EnumChildren<TInstrument> children)
    {
        Children = children;
        _all = children.All;
    }

    internal EnumChildren<TInstrument> Children { get; }

    /// <summary>The child of a member. For a number that is no member: one that is never exposed, and the
    /// observation is counted as dropped.</summary>
    public TInstrument this[T1 value]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            TInstrument[] all = _all;
            nuint index = IndexOf(value);
            return index < (uint)all.Length ? all[index] : Children.Stray();
        }
    }

    /// <summary>The index of a child; beyond the last one for what is no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint IndexOf(T1 value) => (uint)EnumIndex<T1>.Of(value);
}

/// <summary>A metric with two labels of closed sets; see <see cref="EnumFamily{TInstrument, T1}"/>.</summary>
/// <typeparam name="TInstrument">The instrument of each child.</typeparam>
/// <typeparam name="T1">The enum of the first label.</typeparam>
/// <typeparam name="T2">The enum of the second label.</typeparam>
public sealed class EnumFamily<TInstrument, T1, T2>
    where TInstrument : Instrument
    where T1 : struct, Enum
    where T2 : struct, Enum
{
    private readonly TInstrument[] _all;

    internal EnumFamily(EnumChildren<TInstrument> children)
    {
        Children = children;
        _all = children.All;
    }

    internal EnumChildren<TInstrument> Children { get; }

    /// <summary>The child of two members.</summary>
    public TInstrument this[T1 value1, T2 value2]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            TInstrument[] all = _all;
            nuint index = IndexOf(value1, value2);
            return index < (uint)all.Length ? all[index] : Children.Stray();
        }
    }

    /// <summary>The index of a child; beyond the last one for what is no member.</summary>
    /// <remarks>Only the last label needs a check of its own: what is no member of the first one leads beyond the end,
    /// as the product of two 32-bit numbers cannot wrap.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint IndexOf(T1 value1, T2 value2)
    {
        nuint index1 = (uint)EnumIndex<T1>.Of(value1), index2 = (uint)EnumIndex<T2>.Of(value2);
        return index2 < (uint)EnumIndex<T2>.Count ? index1 * (uint)EnumIndex<T2>.Count + index2 : nuint.MaxValue;
    }
}

/// <summary>A metric with three labels of closed sets; see <see cref="EnumFamily{TInstrument, T1}"/>.</summary>
/// <typeparam name="TInstrument">The instrument of each child.</typeparam>
/// <typeparam name="T1">The enum of the first label.</typeparam>
/// <typeparam name="T2">The enum of the second label.</typeparam>
/// <typeparam name="T3">The enum of the third label.</typeparam>
public sealed class EnumFamily<TInstrument, T1, T2, T3>
    where TInstrument : Instrument
    where T1 : struct, Enum
    where T2 : struct, Enum
    where T3 : struct, Enum
{
    private readonly TInstrument[] _all;

    internal EnumFamily(EnumChildren<TInstrument> children)
    {
        Children = children;
        _all = children.All;
    }

    internal EnumChildren<TInstrument> Children { get; }

    /// <summary>The child of three members.</summary>
    public TInstrument this[T1 value1, T2 value2, T3 value3]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            TInstrument[] all = _all;
            nuint index = IndexOf(value1, value2, value3);
            return index < (uint)all.Length ? all[index] : Children.Stray();
        }
    }

    /// <summary>The index of a child; beyond the last one for what is no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint IndexOf(T1 value1, T2 value2, T3 value3)
    {
        nuint index12 = EnumFamily<TInstrument, T1, T2>.IndexOf(value1, value2);
        nuint index3 = (uint)EnumIndex<T3>.Of(value3);
        bool known = index12 < (uint)EnumIndex<T1>.Count * (nuint)(uint)EnumIndex<T2>.Count
            && index3 < (uint)EnumIndex<T3>.Count;
        return known ? index12 * (uint)EnumIndex<T3>.Count + index3 : nuint.MaxValue;
    }
}

/// <summary>The children of an enum family in one array, and the one that takes what belongs to none.</summary>
/// <param name="all">The children, the last label's index running fastest.</param>
/// <param name="stray">A child outside the exposition.</param>
/// <param name="dropped">Counts the use of <paramref name="stray"/>.</param>
internal sealed class EnumChildren<TInstrument>(TInstrument[] all, TInstrument stray, DroppedObservations dropped)
    where TInstrument : Instrument
{
    internal TInstrument[] All => all;

    internal int Count { get; } = all.Length;

    /// <summary>The slot of the first child; the others' follow, one each, when the instrument has one cell.</summary>
    internal int FirstSlot { get; } = all[0].Cells is { } cells ? cells.Slot : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal TInstrument Stray()
    {
        dropped.Count(DropReason.UnknownLabel);
        return stray;
    }
}
