using System.Globalization;
using Alys.Metrics.Naming;
using Sdm = System.Diagnostics.Metrics;

namespace Alys.Metrics.Meters;

/// <summary>
/// The instruments of meters that a registry exposes: finds or makes the family and the stream of each. Two meters of
/// one name share both, so a meter that is made again goes on where the one before it stopped.
/// </summary>
/// <remarks><b>Threads:</b> any. It never throws: whoever makes an instrument must not feel that it is exposed.
/// </remarks>
internal sealed class MeterIngest
{
    private readonly MeterExposure _exposure;
    private readonly EnumFamily<Counter, MeterRefusal> _refused;
    private readonly Counter _adviceRefused;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MeterFamily> _families = [];

    /// <summary>Every instrument that is exposed: it must not be counted twice when two subscriptions name
    /// it.</summary>
    private readonly HashSet<Sdm.Instrument> _exposed = new(ReferenceEqualityComparer.Instance);

    /// <summary>How many streams there are.</summary>
    private int _streams;

    internal MeterIngest(MetricRegistry registry, MeterExposure exposure)
    {
        _exposure = exposure;
        _refused = registry.CounterFamily<MeterRefusal>(
            "alys_metrics_meter_instruments_refused_total",
            "Instruments of meters that are not exposed, by reason.",
            "reason");
        _adviceRefused = registry.Counter(
            "alys_metrics_meter_advice_refused_total",
            "Histograms of meters whose advised bounds cannot be used; they have the usual ones.");
    }

    /// <summary>The stream of an instrument, which has joined it; null: the instrument is not exposed.</summary>
    internal MeterStream? Join(Sdm.Instrument instrument, MeterIngestOptions options)
    {
        lock (_gate)
        {
            if (_exposed.Contains(instrument)) return null;
            MeterStream? stream = Find(instrument, options, out MeterRefusal refusal);
            if (stream is null)
            {
                _refused[refusal].Increment();
                return null;
            }

            _exposed.Add(instrument);
            stream.Join();
            return stream;
        }
    }

    /// <summary>Counts an instrument whose own code threw while it was looked at.</summary>
    internal void Failed() => _refused[MeterRefusal.Failed].Increment();

    internal void Leave(Sdm.Instrument instrument, MeterStream stream)
    {
        lock (_gate)
        {
            if (_exposed.Remove(instrument)) stream.Leave();
        }
    }

    /// <remarks>Threads: the lock is held, as for all that follow.</remarks>
    private MeterStream? Find(Sdm.Instrument instrument, MeterIngestOptions options, out MeterRefusal refusal)
    {
        refusal = MeterRefusal.UnknownKind;
        if (InstrumentShape.Of(instrument) is not { } shape) return null;
        refusal = MeterRefusal.BadName;
        string name = MeterNames.Family(instrument.Name, instrument.Unit, shape.Type);
        if (name.Length == 0) return null;

        MeterFamily? family = _families.GetValueOrDefault(name);
        if (family is not null && family.Type != shape.Type)
        {
            refusal = MeterRefusal.NameTaken;
            return null;
        }

        TagLabels labels = MeterScope.Labels(instrument, shape.Type, options.ScopeLabels);
        string scope = MeterScope.Key(labels);
        if (family?.StreamOf(scope) is { } known)
        {
            refusal = MeterRefusal.Conflict;
            return known.Takes(shape) ? known : null;
        }

        refusal = MeterRefusal.Limit;
        if (_streams >= options.InstrumentLimit) return null;
        family ??= Expose(name, instrument, shape, options, out refusal);
        return family is null ? null : Open(family, instrument, shape, labels, scope);
    }

    private MeterFamily? Expose(
        string name,
        Sdm.Instrument instrument,
        InstrumentShape shape,
        MeterIngestOptions options,
        out MeterRefusal refusal)
    {
        refusal = MeterRefusal.NameTaken;
        string help = string.IsNullOrWhiteSpace(instrument.Description)
            ? string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} of the meter {instrument.Meter.Name}.")
            : instrument.Description;
        MeterFamily? family = _exposure.TryExpose(name, help, shape.Type, options.FamilyLimit);
        if (family is not null)
        {
            refusal = MeterRefusal.Limit;
            _families.Add(name, family);
        }

        return family;
    }

    private MeterStream? Open(
        MeterFamily family, Sdm.Instrument instrument, InstrumentShape shape, TagLabels labels, string scope)
    {
        HistogramBounds? bounds = null;
        if (shape.Type == MetricType.Histogram)
        {
            bounds = AdvisedBounds.Of(instrument, out bool isAdviceBad);
            if (isAdviceBad) _adviceRefused.Increment();
        }

        MeterStream? stream = _exposure.TryOpen(family, shape, labels, bounds);
        if (stream is null) return null;
        _streams++;
        lock (family.Gate) family.Add(scope, stream);
        return stream;
    }
}
