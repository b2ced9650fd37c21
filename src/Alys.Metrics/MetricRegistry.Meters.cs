using Alys.Metrics.Families;
using Alys.Metrics.Meters;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>Interop with <see cref="System.Diagnostics.Metrics"/>.</content>
public sealed partial class MetricRegistry
{
    /// <summary>Guards the making of <see cref="_meters"/>.</summary>
    private readonly Lock _metersGate = new();

    /// <summary>Made with the first subscription.</summary>
    private MeterIngest? _meters;

    /// <summary>Replaced as a whole, under <see cref="_gate"/>.</summary>
    private MeterPublication[] _publications = [];

    /// <summary>
    /// Exposes the instruments of other libraries' meters, those that exist and those to come, under names and labels
    /// as OpenTelemetry's Prometheus exporter for .NET writes them, so that a dashboard written for it works.
    /// </summary>
    /// <remarks>
    /// An instrument whose name is taken, or that finds no room, is not exposed and counted in
    /// <c>alys_metrics_meter_instruments_refused_total</c>. Never throws into code that makes instruments or measures.
    /// <para>Differences from that exporter: an empty tag is no label; a label <c>le</c> of a histogram and labels that
    /// begin with <c>__</c> get <c>exported_</c> in front; an instrument's own tags are labels; a histogram in seconds
    /// without advice has bounds for seconds; negative and not finite observations are dropped.</para>
    /// </remarks>
    /// <param name="options">Which meters, and limits.</param>
    /// <returns>What ends it: counters and histograms then stay as they are, gauges leave the page.</returns>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public IDisposable IngestMeters(MeterIngestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new MeterSubscription(Ingest(), options);
    }

    /// <summary>
    /// Shows the metrics of this registry, those that exist and those to come, as the instruments of a meter, so that
    /// OpenTelemetry's SDK, OTLP exporters and <c>dotnet-counters</c> see them. Names are the exposed ones; labels are
    /// tags. Metrics that were taken in by <see cref="IngestMeters"/> are not shown again, and no registry takes this
    /// meter in.
    /// </summary>
    /// <remarks>
    /// Counters, gauges, infos, state sets and observable metrics are observable instruments: they cost what listeners
    /// make them cost, when they collect. Histograms pass their observations on while somebody listens; one who begins
    /// later than the histogram is heard of within a second, by <see cref="MetricRegistryOptions.Clock"/>.
    /// <b>Cost</b> for histograms while nobody listens: none.
    /// </remarks>
    /// <param name="meter">The name of the meter.</param>
    /// <returns>What ends it, and disposes the meter.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public IDisposable Publish(string meter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meter);
        var publication = new MeterPublication(meter, _callbacks, _options.Clock, Unpublish);
        Family[] families;
        lock (_gate)
        {
            _publications = [.. _publications, publication];
            families = _families;
        }

        foreach (Family family in families) publication.Add(family);
        return publication;
    }

    /// <summary>Whether all names that a family would take are free.</summary>
    internal bool IsFree(string family, MetricType type)
    {
        lock (_gate) return !type.ClaimedNames(family).Any(_names.ContainsKey);
    }

    /// <summary>Exposes a family without series of its own; false when its name was taken meanwhile.</summary>
    internal bool TryExpose(Family family, MetricType type)
    {
        lock (_gate)
        {
            if (!IsFree(family.Name, type)) return false;
            Register(family, type, 0);
            return true;
        }
    }

    private void Unpublish(MeterPublication publication)
    {
        lock (_gate) _publications = [.. _publications.Where(known => known != publication)];
    }

    private MeterIngest Ingest()
    {
        lock (_metersGate)
        {
            return _meters ??= new MeterIngest(
                this, new MeterExposure(this, _parts, _options, _refused, _callbackFailures));
        }
    }
}
