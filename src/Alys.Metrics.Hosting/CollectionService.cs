using Alys.Metrics.Collectors;
using Microsoft.Extensions.Hosting;

namespace Alys.Metrics.Hosting;

/// <summary>Runs the collectors as long as the host runs.</summary>
internal sealed class CollectionService(CollectionLoop loop) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync(stoppingToken);
}
