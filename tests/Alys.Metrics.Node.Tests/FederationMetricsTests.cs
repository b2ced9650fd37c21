namespace Alys.Metrics.Node.Tests;

public sealed class FederationMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly FederationMetrics _metrics;

    public FederationMetricsTests() => _metrics = new FederationMetrics(_registry);

    [Fact]
    public void Outputs_members_and_signatures_are_shown()
    {
        _metrics.ReportOutputs(12, satoshis: 9_000);
        _metrics.ReportMembers(version: 3, members: 5, online: 4, threshold: 3);
        _metrics.SignaturesCollected(SignatureResult.Complete, TimeSpan.FromSeconds(2));
        _metrics.SignaturesCollected(SignatureResult.Timeout, TimeSpan.FromSeconds(60));

        Assert.Equal("12", Value("alys_federation_utxos_available"));
        Assert.Equal("9000", Value("alys_federation_utxo_value_sats"));
        Assert.Equal("3", Value("alys_federation_membership_version"));
        Assert.Equal("5", Value("alys_federation_members"));
        Assert.Equal("4", Value("alys_federation_members_online"));
        Assert.Equal("3", Value("alys_federation_threshold"));
        Assert.Equal("1", Value("alys_signature_collections_total{result=\"timeout\"}"));
        Assert.Equal("2", Value("alys_signature_collection_duration_seconds_sum"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
