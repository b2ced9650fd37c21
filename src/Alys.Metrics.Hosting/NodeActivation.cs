using Alys.Metrics.Node;
using Microsoft.Extensions.Hosting;

namespace Alys.Metrics.Hosting;

/// <summary>Makes the catalog when the host is built, not when something is first reported: what is closed exists at 0
/// from the first scrape.</summary>
internal sealed class NodeActivation : IHostedService
{
    /// <param name="node">Asked for so that it is made.</param>
    public NodeActivation(NodeMetrics node) => ArgumentNullException.ThrowIfNull(node);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
