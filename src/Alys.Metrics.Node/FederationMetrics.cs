namespace Alys.Metrics.Node;

/// <summary>Those who hold the bitcoins together.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class FederationMetrics
{
    private readonly Gauge _utxos;
    private readonly Gauge _utxoValue;
    private readonly Gauge _version;
    private readonly Gauge _members;
    private readonly Gauge _online;
    private readonly Gauge _threshold;
    private readonly Histogram _collection;
    private readonly EnumFamily<Counter, SignatureResult> _rounds;

    /// <summary>Makes the metrics.</summary>
    public FederationMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _utxos = registry.Gauge("alys_federation_utxos_available", "Outputs that the federation can spend.");
        _utxoValue = registry.Gauge("alys_federation_utxo_value_sats", "Satoshis in these outputs.");
        _version = registry.Gauge(
            "alys_federation_membership_version", "Version of the list of members; it rises with each change.");
        _members = registry.Gauge("alys_federation_members", "Members of the federation.");
        _online = registry.Gauge("alys_federation_members_online", "Members that can be reached.");
        _threshold = registry.Gauge("alys_federation_threshold", "Signatures that a peg-out needs.");
        _collection = registry.Histogram(
            "alys_signature_collection_duration_seconds", "Time to collect enough signatures. Goal: 95 % within 5 s.",
            HistogramBounds.Of(0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60));
        _rounds = registry.CounterFamily<SignatureResult>(
            "alys_signature_collections_total", "Rounds of signatures, by how they ended.", "result");
    }

    /// <summary>Says what can be spent.</summary>
    /// <param name="outputs">How many outputs.</param>
    /// <param name="satoshis">Their value.</param>
    public void ReportOutputs(long outputs, long satoshis)
    {
        _utxos.Set(outputs);
        _utxoValue.Set(satoshis);
    }

    /// <summary>Says who the members are.</summary>
    /// <param name="version">Version of the list.</param>
    /// <param name="members">How many there are.</param>
    /// <param name="online">How many of them can be reached.</param>
    /// <param name="threshold">How many must sign.</param>
    public void ReportMembers(long version, int members, int online, int threshold)
    {
        _version.Set(version);
        _members.Set(members);
        _online.Set(online);
        _threshold.Set(threshold);
    }

    /// <summary>A round of signatures ended.</summary>
    /// <param name="result">How.</param>
    /// <param name="duration">How long it took; it is observed when enough have signed.</param>
    public void SignaturesCollected(SignatureResult result, TimeSpan duration)
    {
        _rounds[result].Increment();
        if (result == SignatureResult.Complete) _collection.Observe(duration);
    }
}
