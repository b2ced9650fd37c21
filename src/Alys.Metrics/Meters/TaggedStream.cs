using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Alys.Metrics.Exposition;

namespace Alys.Metrics.Meters;

/// <summary>
/// A stream with its way from tags to series. Tags that were seen before are found as they were given, without a lock,
/// an allocation or code of the application; others are rendered, and admitted against the limits before anything is
/// kept. What finds no room is recorded in the series <c>otel_metric_overflow="true"</c> and counted.
/// </summary>
internal abstract class TaggedStream<TSeries> : MeterStream
    where TSeries : Instrument
{
    private const string Overflow = "otel_metric_overflow";

    private readonly TagLabels _labels;
    private readonly InstrumentKind<TSeries> _kind;

    /// <summary>Replaced as a whole by an admission, so a look-up sees one or the other.</summary>
    private TagTable<TSeries> _table = TagTable<TSeries>.Empty;

    private TSeries? _untagged;
    private TSeries? _overflow;

    /// <param name="shape">What its instruments do.</param>
    /// <param name="family">Room for one series is set aside in its budget.</param>
    /// <param name="labels">Those of the scope and the instrument, which all series have.</param>
    /// <param name="kind">How a series is made.</param>
    private protected TaggedStream(
        InstrumentShape shape, MeterFamily family, TagLabels labels, InstrumentKind<TSeries> kind)
        : base(shape)
    {
        Family = family;
        _labels = labels;
        _kind = kind;
    }

    private protected MeterFamily Family { get; }

    /// <summary>Whether this is the series of all that found no room.</summary>
    private protected bool IsOverflow(TSeries series) => ReferenceEquals(series, _overflow);

    /// <summary>The series of these tags; null when they cannot be rendered, which is counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected TSeries? Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return _untagged ?? Admit(0, tags);
        ulong hash = TagHash.Of(tags);
        return _table.Find(hash, tags) ?? Admit(hash, tags);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Design", "CA1031", Justification = "A value's own code must not harm who measures.")]
    private TSeries? Admit(ulong hash, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        bool plain = TagHash.ArePlain(tags);
        // Beyond the limit nothing is rendered, so that it costs no more than below.
        if (plain && !Family.HasRoom(_kind.Series)) return Refuse();
        try
        {
            TagLabels labels = _labels.Copy();
            foreach (KeyValuePair<string, object?> tag in tags) labels.Add(tag);
            if (labels.LongestValue > Family.LabelLength) return Refuse();
            lock (Family.Gate) return Admit(hash, tags, plain, labels);
        }
        catch (Exception)
        {
            Family.Parts.Dropped.Count(DropReason.BadTag);
            return null;
        }
    }

    /// <remarks>Threads: the family's lock is held.</remarks>
    private TSeries Admit(
        ulong hash, ReadOnlySpan<KeyValuePair<string, object?>> tags, bool plain, TagLabels labels)
    {
        TSeries? series = tags.IsEmpty ? _untagged : _table.Find(hash, tags);
        if (series is not null) return series;
        series = Make(labels, budgeted: false);
        if (series is null) return Refuse();
        if (tags.IsEmpty) Volatile.Write(ref _untagged, series);
        else if (plain && _table.Count < Family.TagSetLimit)
            Volatile.Write(ref _table, _table.With(hash, tags.ToArray(), series));
        return series;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TSeries Refuse()
    {
        Family.CountRefused();
        if (Volatile.Read(ref _overflow) is { } overflow) return overflow;
        lock (Family.Gate)
        {
            if (_overflow is { } made) return made;
            TagLabels labels = _labels.Copy();
            labels.Add(Overflow, "true");
            overflow = Make(labels, budgeted: true)
                ?? _kind.Create(ChildPrefix.None, Family.Parts.Take(_kind.Cells));
            Volatile.Write(ref _overflow, overflow);
            return overflow;
        }
    }

    /// <summary>The series of labels, made when there is none yet.</summary>
    /// <returns>Null: there is no room, or a series of another kind has these labels.</returns>
    private TSeries? Make(TagLabels labels, bool budgeted)
    {
        (string[] names, string[] values) = labels.Render();
        ChildPrefix prefix =
            ChildPrefix.Create(Family.Name, _kind.Type, names, values, Family.Parts.CreatedAt());
        byte[] identity = prefix.Sample.Length > 0 ? prefix.Sample : prefix.Count;
        if (Family.Find(identity) is { } known) return known as TSeries;
        if (budgeted) Family.Parts.Budget.UseSetAside(_kind.Series);
        else if (!Family.HasRoom(_kind.Series) || !Family.Parts.Budget.TryTake(_kind.Series)) return null;
        TSeries series = _kind.Create(prefix, Family.Parts.Take(_kind.Cells));
        Family.Add(series, this);
        return series;
    }
}
