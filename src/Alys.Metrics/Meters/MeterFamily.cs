using Alys.Metrics.Callbacks;
using Alys.Metrics.Exposition;
using Alys.Metrics.Families;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Meters;

/// <summary>
/// The family that instruments of one name are, from any meters: the streams of those instruments, their series, and
/// the limit that they share. A series is known by its rendered labels, so no two lines of a page are equal.
/// </summary>
internal sealed class MeterFamily : Family
{
    private readonly int _limit;
    private readonly RegistryParts _parts;
    private readonly Func<Counter> _refused;
    private readonly HashSet<Instrument> _known = new(LabelledComparer.Instance);
    private readonly Dictionary<string, MeterStream> _streams = [];

    /// <summary>The series in order of admission; replaced as a whole when it is full.</summary>
    private Entry[] _entries = new Entry[4];

    /// <summary>How many of <see cref="_entries"/> are there; written after the entry itself.</summary>
    private int _count;

    private MeterCallback? _callback;
    private Counter? _refusals;

    internal MeterFamily(
        string name, string help, MetricType type, int limit, int labelLength, RegistryParts parts,
        Func<Counter> refused)
        : base(name, help, type)
    {
        _limit = limit;
        _parts = parts;
        LabelLength = labelLength;
        _refused = refused;
    }

    /// <summary>Guards admission of streams and series. Never taken on the hot path.</summary>
    internal Lock Gate { get; } = new();

    internal int LabelLength { get; }

    internal RegistryParts Parts => _parts;

    /// <summary>Sets of tags that are kept, several of which can be one series.</summary>
    internal int TagSetLimit => _limit > int.MaxValue / 4 ? int.MaxValue : _limit * 4;

    /// <summary>Counts a measurement that found no room. The counter is made with the first: a page that is taken in
    /// has many families, and few of them ever need it.</summary>
    internal void CountRefused() => (_refusals ??= _refused()).Increment();

    /// <summary>Whether one series more would be admitted. A hint that takes no lock.</summary>
    internal bool HasRoom(int series) => Volatile.Read(ref _count) < _limit && _parts.Budget.HasRoom(series);

    /// <summary>The series with this name and these labels, or null.</summary>
    /// <remarks>Threads: the lock is held, as for all that follow.</remarks>
    internal Instrument? Find(ReadOnlySpan<byte> labelled) =>
        _known.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(labelled, out Instrument? found) ? found : null;

    internal void Add(Instrument series, MeterStream stream)
    {
        _known.Add(series);
        if (_count == _entries.Length)
        {
            var larger = new Entry[_count * 2];
            _entries.CopyTo(larger, 0);
            Volatile.Write(ref _entries, larger);
        }

        _entries[_count] = new Entry(series, stream);
        Volatile.Write(ref _count, _count + 1);
    }

    internal override Callback? Callback => Volatile.Read(ref _callback);

    internal MeterStream? StreamOf(string scope) => _streams.GetValueOrDefault(scope);

    internal void Add(string scope, MeterStream stream) => _streams.Add(scope, stream);

    /// <summary>What asks the observable instruments of this family, made with the first of them.</summary>
    internal MeterCallback Observe(Func<Counter> failures)
    {
        if (_callback is { } callback) return callback;
        callback = new MeterCallback(this, failures());
        Volatile.Write(ref _callback, callback);
        return callback;
    }

    /// <summary>All series. Threads: any.</summary>
    internal ReadOnlySpan<Entry> Entries()
    {
        // The count first: the array that is read after it is as long or longer.
        int count = Volatile.Read(ref _count);
        return Volatile.Read(ref _entries).AsSpan(0, count);
    }

    internal override int Write(ref SampleWriter writer, int child, int budget)
    {
        // What was read first: its number does not change, while series are added at their end.
        ReadOnlySpan<CallbackSample> read =
            Callback is { } callback && writer.SamplesOf(callback) is { } samples ? samples.All : default;
        ReadOnlySpan<Entry> entries = Entries();
        for (; child < read.Length + entries.Length; child++)
        {
            if (writer.Written >= budget) return child;
            if (child < read.Length)
            {
                writer.Sample(read[child].Prefix, read[child].Value);
                continue;
            }

            Entry entry = entries[child - read.Length];
            if (!entry.Stream.IsGone) entry.Series.Write(ref writer);
        }

        return Done;
    }

    /// <summary>A series, and the stream that it came from.</summary>
    internal readonly record struct Entry(Instrument Series, MeterStream Stream);
}
