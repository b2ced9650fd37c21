using Alys.Metrics.Collectors;
using Alys.Metrics.Collectors.Hosts;
using Alys.Metrics.Collectors.Processes;
using Alys.Metrics.Node;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Metrics.Hosting;

/// <summary>Adds everything that a node with the library inside reports about itself.</summary>
public static class AlysNodeServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="AlysMetricsServiceCollectionExtensions.AddAlysMetrics"/>, one <see cref="NodeMetrics"/> for
    /// whoever
    /// has something to report, whose series exist from the first scrape, and collectors for this process and its
    /// machine.
    /// </summary>
    /// <param name="services">The node's services. Call it once.</param>
    /// <param name="dataDirectory">Where the node keeps its chain, for the space left there; null: not looked
    /// at.</param>
    /// <param name="configure">Changes the defaults.</param>
    public static IServiceCollection AddAlysNode(
        this IServiceCollection services, string? dataDirectory = null, Action<AlysMetricsOptions>? configure = null)
    {
        services.AddAlysMetrics(configure);
        services.AddSingleton<NodeMetrics>();
        services.AddSingleton<ProcessMetrics>();
        services.AddSingleton<HostMetrics>();
        services.AddSingleton<ICollector>(provider => new ProcessCollector(
            new ProcessCollectorOptions(),
            provider.GetRequiredService<ProcessMetrics>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICollector>(provider => new HostCollector(
            new HostCollectorOptions { DataDirectory = dataDirectory },
            provider.GetRequiredService<HostMetrics>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<NodeActivation>();
        return services;
    }
}
