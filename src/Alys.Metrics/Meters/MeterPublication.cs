using Alys.Metrics.Callbacks;
using Alys.Metrics.Families;

namespace Alys.Metrics.Meters;

/// <summary>A registry's own metrics as a meter, until it is disposed.</summary>
internal sealed class MeterPublication : IDisposable
{
    /// <summary>How long a listener to a histogram can wait for its first observation, when it comes after the
    /// histogram was made.</summary>
    private static readonly TimeSpan RefreshTime = TimeSpan.FromSeconds(1);

    private readonly PublishedMeter _meter;
    private readonly CallbackReader _callbacks;
    private readonly Action<MeterPublication> _ended;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly Dictionary<Family, PublishedFamily?> _families = [];

    private bool _isEnded;

    internal MeterPublication(
        string name, CallbackReader callbacks, TimeProvider clock, Action<MeterPublication> ended)
    {
        _meter = new PublishedMeter(name);
        _callbacks = callbacks;
        _ended = ended;
        _timer = clock.CreateTimer(_ => Refresh(), null, RefreshTime, RefreshTime);
    }

    /// <summary>Publishes a family that is not yet; one that was taken in from a meter never is.</summary>
    internal void Add(Family family)
    {
        if (family is MeterFamily) return;
        lock (_gate)
        {
            if (_isEnded || !_families.TryAdd(family, null)) return;
        }

        // Not under the lock: who listens to meters is told of the instrument at once, and may do anything.
        var published = new PublishedFamily(family, _callbacks, _meter);
        bool isEnded;
        lock (_gate)
        {
            isEnded = _isEnded;
            _families[family] = published;
        }

        if (isEnded) published.End();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isEnded) return;
            _isEnded = true;
        }

        _timer.Dispose();
        _ended(this);
        _meter.Dispose();
        foreach (PublishedFamily published in All()) published.End();
    }

    private void Refresh()
    {
        foreach (PublishedFamily published in All())
        {
            lock (_gate)
            {
                if (_isEnded) return;
                published.Refresh();
            }
        }
    }

    private PublishedFamily[] All()
    {
        lock (_gate) return [.. _families.Values.OfType<PublishedFamily>()];
    }
}
