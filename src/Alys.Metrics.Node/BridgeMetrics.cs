namespace Alys.Metrics.Node;

/// <summary>Whether the bridge holds what it owes, and sees Bitcoin. Amounts are satoshis.</summary>
/// <remarks><b>Threads:</b> any; each report from one place at a time.</remarks>
public sealed class BridgeMetrics
{
    private readonly Gauge _locked;
    private readonly Gauge _supply;
    private readonly Gauge _tipHeight;
    private readonly TimeMark _tip;

    /// <summary>Makes the metrics.</summary>
    public BridgeMetrics(MetricRegistry registry, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _tip = new TimeMark(clock);
        _locked = registry.Gauge("alys_bridge_locked_sats", "Satoshis that the federation holds.");
        _supply = registry.Gauge("alys_bridge_supply_sats", "Satoshis that exist on the sidechain.");
        _tipHeight = registry.Gauge("alys_bitcoin_tip_height", "Height of the newest Bitcoin block that is known.");
        registry.ObservableGauge(
            "alys_bitcoin_tip_age_seconds", "Time since the newest Bitcoin block was found; absent before the first.",
            _tip.Age);
    }

    /// <summary>Says what the bridge holds and owes.</summary>
    /// <param name="lockedSatoshis">What the federation holds.</param>
    /// <param name="supplySatoshis">What exists on the sidechain.</param>
    public void ReportBalance(long lockedSatoshis, long supplySatoshis)
    {
        _locked.Set(lockedSatoshis);
        _supply.Set(supplySatoshis);
    }

    /// <summary>Says which Bitcoin block is the newest.</summary>
    /// <param name="height">Its height.</param>
    /// <param name="found">Its own timestamp.</param>
    public void ReportTip(long height, DateTimeOffset found)
    {
        _tipHeight.Set(height);
        _tip.Set(found);
    }
}
