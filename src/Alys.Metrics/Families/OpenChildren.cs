using Alys.Metrics.Cells;
using Alys.Metrics.Exposition;

namespace Alys.Metrics.Families;

/// <summary>The children of an open family: who is admitted, who is removed, who comes back.</summary>
/// <remarks>Threads: any; whatever changes takes the lock.</remarks>
internal sealed class OpenChildren<TInstrument>
    where TInstrument : Instrument
{
    private readonly string _name;
    private readonly InstrumentKind<TInstrument> _kind;
    private readonly OpenFamilyLimits _limits;
    private readonly RegistryParts _registry;
    private readonly Counter? _refused;
    private readonly RetiredChildren _retired;
    private readonly Lock _gate = new();

    /// <summary>Replaced as a whole when it is full, so a look-up sees one or the other.</summary>
    private ChildTable<TInstrument> _table = ChildTable<TInstrument>.Empty;

    private TInstrument? _other;

    /// <summary>Whether a child was ever removed by hand: until then a family without a time to live has nothing to
    /// sweep.</summary>
    private bool _anyRemoved;

    internal OpenChildren(
        string name,
        string[] labels,
        InstrumentKind<TInstrument> kind,
        OpenFamilyLimits limits,
        RegistryParts registry,
        Counter? refused)
    {
        _name = name;
        Labels = labels;
        _kind = kind;
        _limits = limits;
        _registry = registry;
        _refused = refused;
        _retired = new RetiredChildren(Free);
    }

    internal string[] Labels { get; }

    internal ChildTable<TInstrument> Table => Volatile.Read(ref _table);

    /// <summary>The child of values that the table does not have: a new one, one that comes back, or
    /// <c>other</c>.</summary>
    internal TInstrument Admit(int hash, in LabelKey key)
    {
        if (!HasRoom() || !key.IsAcceptable(_limits.ValueLength)) return Refuse();
        lock (_gate)
        {
            if (_table.Find(hash, key) is { } found) return found;
            if (key.Equals(LabelKey.Other(Labels.Length))) return OtherChild();
            if (!HasRoom() || !_registry.Budget.TryTake(_kind.Series)) return Refuse();
            StoredKey stored = key.Store();
            return Add(hash, stored, (TInstrument?)_retired.TakeBack(hash, key) ?? Create(stored));
        }
    }

    /// <summary>See <see cref="TextFamily{TInstrument}.Remove(ReadOnlySpan{char})"/>.</summary>
    internal bool Remove(in LabelKey key)
    {
        lock (_gate)
        {
            if (_table.FindNode(key.Hash(), key) is not { } node || node.Child == _other) return false;
            _anyRemoved = true;
            long[][] cells = CellStore.Snapshot();
            if (node.Child.IsTotal)
            {
                long now = _registry.Shown.Time().Now, activity = node.Child.Activity(cells);
                (node.Life ??= new ChildLife(activity, now)).Remove(activity, now);
            }
            else
            {
                Retire(node, cells);
                // Gauges can be removed for weeks without a scrape that sweeps.
                if (_retired.IsCrowded) _retired.Sweep(cells, TryComeBack);
            }

            return true;
        }
    }

    /// <summary>Lets those go whose time is over, and those come back that were written to after it.</summary>
    /// <remarks>Does nothing while an admission or another scrape has the lock: the next scrape will.</remarks>
    internal void Sweep()
    {
        if ((!_anyRemoved && _limits.TimeToLive is null) || !_gate.TryEnter()) return;
        try
        {
            // Of now, not of the scrape's start: a thread that grew since counts in its new array.
            long[][] cells = CellStore.Snapshot();
            SweepTime time = _registry.Shown.Time();
            if (!_retired.IsEmpty) _retired.Sweep(cells, TryComeBack);
            // All are looked at before one goes: a removal makes nodes anew.
            var over = Array.FindAll(_table.ToArray(), node => node.Child != _other && IsOver(node, cells, time));
            foreach (ChildTable<TInstrument>.Node node in over) Retire(node, cells);
        }
        finally
        {
            _gate.Exit();
        }
    }

    private bool IsOver(ChildTable<TInstrument>.Node node, long[][] cells, in SweepTime time)
    {
        if (node.Life is null && _limits.TimeToLive is null) return false;
        long activity = node.Child.Activity(cells);
        ChildLife life = node.Life ??= new ChildLife(activity, time.Now);
        life.See(activity, time.Now);
        return life.IsOver(time, _limits.TimeToLive) && node.Child.MayExpire(cells);
    }

    private void Retire(ChildTable<TInstrument>.Node node, long[][] cells)
    {
        _table.Remove(node.Place, node.Hash);
        _registry.Budget.Release(_kind.Series);
        _registry.Removed?.Increment();
        _retired.Add(node.Hash, node.Key, node.Child, cells);
    }

    private bool TryComeBack(int hash, StoredKey key, Instrument child)
    {
        if (!HasRoom() || !_registry.Budget.TryTake(_kind.Series)) return false;
        Add(hash, key, (TInstrument)child);
        return true;
    }

    private bool HasRoom() =>
        Table.Count - (Volatile.Read(ref _other) is null ? 0 : 1) < _limits.Children
        && _registry.Budget.HasRoom(_kind.Series);

    private TInstrument Refuse()
    {
        _refused?.Increment();
        if (Volatile.Read(ref _other) is { } other) return other;
        lock (_gate) return OtherChild();
    }

    private TInstrument OtherChild()
    {
        if (_other is { } other) return other;
        _registry.Budget.UseSetAside(_kind.Series);
        LabelKey key = LabelKey.Other(Labels.Length);
        StoredKey stored = key.Store();
        other = Add(key.Hash(), stored, Create(stored));
        Volatile.Write(ref _other, other);
        return other;
    }

    private TInstrument Create(StoredKey key)
    {
        string[] values = key.Values(Labels.Length);
        ChildPrefix prefix = ChildPrefix.Create(_name, _kind.Type, Labels, values, _registry.CreatedAt());
        return _kind.Create(prefix, _registry.Take(_kind.Cells));
    }

    private TInstrument Add(int hash, StoredKey key, TInstrument child)
    {
        Volatile.Write(ref _table, _table.With(hash, key, child));
        return child;
    }

    private void Free(Instrument child)
    {
        if (child.Cells is { } cells) _registry.Cells.Free(cells);
    }
}
