using System.Globalization;

namespace Alys.Metrics.Node;

/// <summary>Which execution client is watched.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class ExecutionClientMetrics
{
    private readonly Info _info;

    /// <summary>Makes the metric.</summary>
    public ExecutionClientMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _info = registry.Info(
            "alys_execution_client_info", "The execution client that is watched.", "client_version", "chain_id");
    }

    /// <summary>Says what the client answers to <c>web3_clientVersion</c> and <c>eth_chainId</c>.</summary>
    public void Report(string clientVersion, long? chainId) =>
        _info.Set(clientVersion, chainId?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>Takes the series out of the exposition until the next report.</summary>
    public void Forget() => _info.Clear();
}
