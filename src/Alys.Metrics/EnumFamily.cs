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
        get => Has(value) ? EnumIndex.Get(_all, IndexOf(value)) : Children.Stray();
    }

    /// <summary>Whether it is a member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Has(T1 value) => EnumIndex<T1>.Has(value);

    /// <summary>The index of the child of a member.</summary>
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
        get => Has(value1, value2) ? EnumIndex.Get(_all, IndexOf(value1, value2)) : Children.Stray();
    }

    /// <summary>Whether both are members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Has(T1 value1, T2 value2) => EnumIndex<T1>.Has(value1) && EnumIndex<T2>.Has(value2);

    /// <summary>The index of the child of two members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint IndexOf(T1 value1, T2 value2) =>
        (nuint)(uint)EnumIndex<T1>.Of(value1) * (uint)EnumIndex<T2>.Count + (uint)EnumIndex<T2>.Of(value2);
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
            bool known = Has(value1, value2, value3);
            return known ? EnumIndex.Get(_all, IndexOf(value1, value2, value3)) : Children.Stray();
        }
    }

    /// <summary>Whether all are members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Has(T1 value1, T2 value2, T3 value3) =>
        EnumIndex<T1>.Has(value1) && EnumIndex<T2>.Has(value2) && EnumIndex<T3>.Has(value3);

    /// <summary>The index of the child of three members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint IndexOf(T1 value1, T2 value2, T3 value3) =>
        EnumFamily<TInstrument, T1, T2>.IndexOf(value1, value2) * (uint)EnumIndex<T3>.Count
        + (uint)EnumIndex<T3>.Of(value3);
}

/// <summary>The children of an enum family in one array, and the one that takes what belongs to none.</summary>
/// <param name="all">The children, the last label's index running fastest.</param>
/// <param name="stray">A child outside the exposition.</param>
/// <param name="dropped">Counts the use of <paramref name="stray"/>.</param>
internal sealed class EnumChildren<TInstrument>(TInstrument[] all, TInstrument stray, DroppedObservations dropped)
    where TInstrument : Instrument
{
    internal TInstrument[] All => all;

    /// <summary>The slot of the first child; the others' follow, one each, when the instrument has one cell.</summary>
    internal int FirstSlot { get; } = all[0].Cells is { } cells ? cells.Slot : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal TInstrument Stray()
    {
        dropped.Count(DropReason.UnknownLabel);
        return stray;
    }
}
