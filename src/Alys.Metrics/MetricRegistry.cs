using System.Buffers;
using Alys.Metrics.Callbacks;
using Alys.Metrics.Exposition;
using Alys.Metrics.Families;
using Alys.Metrics.Meters;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <summary>
/// All metrics of a process, their limits, and the pages that show them. Metrics are made once, at the start; a name,
/// label or bound that is wrong, or a name that is taken, throws then and there.
/// </summary>
/// <remarks>
/// <b>Threads:</b> any. A registry that is no longer reachable gives the memory of its cells back.
/// <para><b>Names</b> are exposed as they are given: there is no prefix.</para>
/// </remarks>
public sealed partial class MetricRegistry
{
    private readonly MetricRegistryOptions _options;
    private readonly RegistryParts _parts;
    private readonly TextFamily<Counter> _refused;
    private readonly TextFamily<Counter> _callbackFailures;
    private readonly CallbackReader _callbacks;
    private readonly SelfMetrics _self;
    private readonly Lock _gate = new();

    /// <summary>Every name in use, with the family that has it.</summary>
    private readonly Dictionary<string, string> _names = [];

    /// <summary>Ordered by name; replaced as a whole, so a scrape keeps the one it began with.</summary>
    private Family[] _families = [];

    /// <summary>A registry with the default limits.</summary>
    public MetricRegistry()
        : this(new MetricRegistryOptions())
    {
    }

    /// <summary>A registry with limits of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below its least value.</exception>
    public MetricRegistry(MetricRegistryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _parts = new RegistryParts(options);
        _callbacks = new CallbackReader(options.CallbackPatience);
        _refused = SelfFamily(
            "alys_metrics_series_refused_total",
            "Look-ups of a new label value that found no room, by family; they were recorded under the value other.");
        _callbackFailures = SelfFamily(
            "alys_metrics_callback_failures_total",
            "Scrapes that lack a family because its callback threw or did not return in time.");
        _self = new SelfMetrics(this, _parts);
    }

    /// <summary>Starts writing the page; see <see cref="Exposition.Scrape"/>.</summary>
    public Scrape Scrape(ExpositionFormat format) =>
        new(Volatile.Read(ref _families), _callbacks, _self, format, isWhole: true);

    /// <summary>Starts writing a page of some families, in the order that they have on the whole one.</summary>
    /// <param name="format">The format.</param>
    /// <param name="names">Names of families or of their samples, such as <c>x_seconds_bucket</c>, or <c>x</c> for
    /// <c>x_total</c> as OpenMetrics calls it. What is unknown is ignored; none: an empty page.</param>
    public Scrape Scrape(ExpositionFormat format, IEnumerable<string?> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var owners = new HashSet<string>();
        lock (_gate)
        {
            foreach (string? name in names)
            {
                if (name is not null && _names.TryGetValue(name, out string? owner)) owners.Add(owner);
            }
        }

        Family[] families = [.. Volatile.Read(ref _families).Where(family => owners.Contains(family.Name))];
        return new Scrape(families, _callbacks, _self, format, isWhole: false);
    }

    /// <summary>Writes the whole page at once. Blocks while observable metrics are asked; see
    /// <see cref="MetricRegistryOptions.CallbackPatience"/>.</summary>
    public void Write(IBufferWriter<byte> output, ExpositionFormat format)
    {
        using Scrape scrape = Scrape(format);
        scrape.WriteNext(output, int.MaxValue);
    }

    /// <summary>Takes the names and the series of a family, whose name is checked, and exposes it.</summary>
    private void Register(Family family, MetricType type, int series)
    {
        MeterPublication[] publications;
        lock (_gate)
        {
            CheckFree(family.Name, type);
            if (!_parts.Budget.TryTake(series)) throw NoRoom(family.Name, series);
            foreach (string name in type.ClaimedNames(family.Name)) _names.Add(name, family.Name);
            Family[] families = [.. _families, family];
            Array.Sort(families, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            Volatile.Write(ref _families, families);
            publications = _publications;
        }

        foreach (MeterPublication publication in publications) publication.Add(family);
    }

    /// <summary>Throws when a name is taken, before anything is made for it.</summary>
    private void CheckFree(string family, MetricType type)
    {
        lock (_gate)
        {
            foreach (string name in type.ClaimedNames(family))
            {
                if (_names.TryGetValue(name, out string? owner)) throw NameTaken(family, name, owner);
            }
        }
    }

    private static ArgumentException NameTaken(string family, string name, string owner) => new(
        family == owner
            ? $"There is already a metric '{family}'; make it once and share it."
            : $"'{family}' clashes with '{owner}': both would expose the name '{name}'.");

    private ArgumentException NoRoom(string family, int series) => new(
        $"'{family}' needs {series} series and {_parts.Budget.Left} of {_parts.Budget.Limit} are left; " +
        $"raise {nameof(MetricRegistryOptions.SeriesLimit)} or use fewer label values.");
}
