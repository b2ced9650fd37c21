using System.Runtime.CompilerServices;

namespace Alys.Metrics;

/// <summary>
/// A metric with one label of a closed set. Every child exists from the start, so a query never finds nothing where the
/// truth is 0.
/// </summary>
/// <remarks><b>Threads:</b> any. <b>Cost</b> of the indexer: one array load, no hashing.</remarks>
/// <typeparam name="TInstrument">The instrument of each child.</typeparam>
/// <typeparam name="T1">The enum of the label.</typeparam>
public sealed class EnumFamily<TInstrument, T1>
    where TInstrument : Instrument
    where T1 : struct, Enum
{
    private readonly EnumChildren<TInstrument> _children;

    internal EnumFamily(EnumChildren<TInstrument> children) => _children = children;

    /// <summary>The child of a member. For a number that is no member: one that is never exposed, and the
    /// observation is counted as dropped.</summary>
    public TInstrument this[T1 value] => _children[EnumIndex<T1>.Of(value)];

    internal TInstrument[] ToArray() => _children.All;
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
    private readonly EnumChildren<TInstrument> _children;
    private readonly int _count1 = LabelValue.All<T1>().Count;
    private readonly int _count2 = LabelValue.All<T2>().Count;

    internal EnumFamily(EnumChildren<TInstrument> children) => _children = children;

    /// <summary>The child of two members.</summary>
    public TInstrument this[T1 value1, T2 value2]
    {
        get
        {
            int index1 = EnumIndex<T1>.Of(value1);
            int index2 = EnumIndex<T2>.Of(value2);
            bool known = (uint)index1 < (uint)_count1 && (uint)index2 < (uint)_count2;
            return _children[known ? index1 * _count2 + index2 : -1];
        }
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
    private readonly EnumChildren<TInstrument> _children;
    private readonly int _count1 = LabelValue.All<T1>().Count;
    private readonly int _count2 = LabelValue.All<T2>().Count;
    private readonly int _count3 = LabelValue.All<T3>().Count;

    internal EnumFamily(EnumChildren<TInstrument> children) => _children = children;

    /// <summary>The child of three members.</summary>
    public TInstrument this[T1 value1, T2 value2, T3 value3]
    {
        get
        {
            int index1 = EnumIndex<T1>.Of(value1);
            int index2 = EnumIndex<T2>.Of(value2);
            int index3 = EnumIndex<T3>.Of(value3);
            bool known = (uint)index1 < (uint)_count1 && (uint)index2 < (uint)_count2 && (uint)index3 < (uint)_count3;
            return _children[known ? (index1 * _count2 + index2) * _count3 + index3 : -1];
        }
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

    internal TInstrument this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)index < (uint)all.Length ? all[index] : Stray();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TInstrument Stray()
    {
        dropped.Count(DropReason.UnknownLabel);
        return stray;
    }
}
