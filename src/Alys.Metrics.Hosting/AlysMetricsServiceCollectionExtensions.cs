using Alys.Metrics.Collectors;
using Alys.Metrics.Hosting.Endpoints;
using Alys.Metrics.Hosting.Health;
using Alys.Metrics.Node;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alys.Metrics.Hosting;

/// <summary>Adds the metrics to an application.</summary>
public static class AlysMetricsServiceCollectionExtensions
{
    /// <summary>
    /// Adds one <see cref="MetricRegistry"/>, a loop over every <see cref="ICollector"/> that is registered, a listener
    /// of its own for <c>/metrics</c>, <c>/health</c> and <c>/ready</c>, and a health check with the tag <c>ready</c>.
    /// Calling it again only adds settings.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes the defaults.</param>
    public static IServiceCollection AddAlysMetrics(
        this IServiceCollection services, Action<AlysMetricsOptions>? configure = null)
    {
        OptionsBuilder<AlysMetricsOptions> options = services.AddOptions<AlysMetricsOptions>();
        if (configure is not null) options.Configure(configure);
        if (services.Any(service => service.ServiceType == typeof(MetricRegistry))) return services;

        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlysMetricsOptions>, AlysMetricsOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(CreateRegistry);
        services.AddSingleton<CollectorMetrics>();
        services.AddSingleton<MetricsPage>();
        services.AddSingleton<HealthPage>();
        services.AddSingleton<ReadinessPage>();
        services.AddSingleton(CreateLoop);
        services.AddHealthChecks().AddCheck<CollectorHealthCheck>("collectors", tags: [CollectorHealthCheck.Tag]);

        // Meters before all that measures; the listener before the collectors: /health answers while one of them waits.
        services.AddHostedService<MeterIngestion>();
        services.AddSingleton<MetricsListener>();
        services.AddHostedService(provider => provider.GetRequiredService<MetricsListener>());
        services.AddHostedService<CollectionService>();
        return services;
    }

    private static AlysMetricsOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<AlysMetricsOptions>>().Value;

    private static MetricRegistry CreateRegistry(IServiceProvider provider)
    {
        AlysMetricsOptions options = Options(provider);
        var registry = new MetricRegistry(options.Registry);
        _ = new BuildMetrics(registry, options.Component, options.Version);
        return registry;
    }

    private static CollectionLoop CreateLoop(IServiceProvider provider) => new(
        provider.GetServices<ICollector>(),
        provider.GetRequiredService<CollectorMetrics>(),
        Options(provider).Collection,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<CollectionLoop>>());
}
