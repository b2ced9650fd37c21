using Alys.Metrics.Exposition;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <summary>
/// Which of a closed set of states something is in: one series a state, 1 for the current one and 0 for the others
/// (OpenMetrics 1.0.0, "StateSet"). The label has the name of the family.
/// </summary>
/// <remarks>Absent until the first <see cref="Set"/>. <b>Cost:</b> <see cref="Set"/> is one store.</remarks>
/// <typeparam name="TState">An enum whose members are the states.</typeparam>
public sealed class StateSet<TState> : Instrument
    where TState : struct, Enum
{
    private const int Absent = -1;

    private readonly byte[][] _lines;

    private int _current = Absent;

    internal StateSet(string name) => _lines = [.. LabelValue.All<TState>().Select(state =>
        ChildPrefix.Create(name, MetricType.StateSet, [name], [state]).Sample)];

    /// <summary>Enters a state. A number outside the enum makes the set absent.</summary>
    public void Set(TState state)
    {
        int index = EnumIndex<TState>.Of(state);
        Volatile.Write(ref _current, (uint)index < (uint)_lines.Length ? index : Absent);
    }

    /// <summary>Makes all states absent until the next <see cref="Set"/>.</summary>
    public void Clear() => Volatile.Write(ref _current, Absent);

    internal override void Write(ref SampleWriter writer)
    {
        int current = Volatile.Read(ref _current);
        if (current == Absent) return;
        for (int i = 0; i < _lines.Length; i++) writer.Sample(_lines[i], i == current ? 1L : 0L);
    }
}
