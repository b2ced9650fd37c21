using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

/// <summary>A registry with everything that a node and a monitor beside it can expose, all open sets at their worst.
/// </summary>
internal static class WholeCatalog
{
    private const int Collectors = 20;
    private const int Authorities = 40;

    internal static MetricRegistry Make()
    {
        var registry = new MetricRegistry();
        var node = new NodeMetrics(registry, new FakeTimeProvider());
        _ = new ProcessMetrics(registry);
        _ = new HostMetrics(registry);
        _ = new ExecutionClientMetrics(registry);
        _ = new BuildMetrics(registry, "node", "1.0.0");
        var collectors = new CollectorMetrics(registry);
        for (int i = 0; i < Collectors; i++) collectors.For($"collector_{i}");
        foreach (CallStatus status in Enum.GetValues<CallStatus>())
        {
            for (int authority = 0; authority < Authorities; authority++) node.Aura.AuthorRetrieved(status, authority);
        }

        return registry;
    }
}
