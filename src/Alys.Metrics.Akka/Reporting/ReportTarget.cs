using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.DependencyInjection;
using Akka.Event;
using Alys.Metrics.Hosting;
using Alys.Metrics.Node;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alys.Metrics.Akka.Reporting;

/// <summary>Where the actors of a hosted system are reported: the application's registry, or a page of their own when
/// it has none.</summary>
internal sealed class ReportTarget(AkkaMetricsOptions options)
{
    private static readonly ConditionalWeakTable<MetricRegistry, ActorMetrics> ByRegistry = [];

    private IHost? _own;

    /// <summary>Asked once, while the system is made.</summary>
    internal ActorMetrics Of(ActorSystem system)
    {
        var setup = system.Settings.Setup.Get<DependencyResolverSetup>();
        var services = setup.HasValue ? setup.Value.DependencyResolver as ServiceProviderDependencyResolver : null;
        if (services?.ServiceProvider.GetService<NodeMetrics>() is { } node) return node.Actors;
        if (services?.ServiceProvider.GetService<MetricRegistry>() is { } registry) return Of(registry);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAlysMetrics(page => page.Listen = options.Listen ?? page.Listen);
        _own = builder.Build();
        return Of(_own.Services.GetRequiredService<MetricRegistry>());
    }

    /// <summary>Opens the page of the actors' own, until the system is terminated. A page that cannot be opened is a
    /// warning: the actors go on.</summary>
    internal async Task StartAsync(ActorSystem system)
    {
        if (_own is not { } host) return;
        try
        {
            await host.StartAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            system.Log.Warning("The actors' metrics are not shown: {0}", error.Message);
            host.Dispose();
            return;
        }

        _ = system.WhenTerminated.ContinueWith(_ => StopAsync(host), TaskScheduler.Default);
    }

    private static ActorMetrics Of(MetricRegistry registry) =>
        ByRegistry.GetValue(registry, static made => new ActorMetrics(made));

    private static async Task StopAsync(IHost host)
    {
        await host.StopAsync().ConfigureAwait(false);
        host.Dispose();
    }
}
