using Alys.Metrics.Hosting.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Metrics.Hosting;

/// <summary>Answers on the application's own port.</summary>
public static class AlysMetricsEndpointRouteBuilderExtensions
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps <c>/metrics</c>, <c>/health</c> and <c>/ready</c>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <returns>The group of the three, for authorization or a host filter.</returns>
    public static RouteGroupBuilder MapAlysMetrics(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.MapPages(endpoints.ServiceProvider);
    }

    /// <summary>Maps the pages of the application whose services are given, which the listener's own are not.</summary>
    internal static RouteGroupBuilder MapPages(this IEndpointRouteBuilder endpoints, IServiceProvider application)
    {
        RouteGroupBuilder group = endpoints.MapGroup("");
        group.MapMethods("/metrics", Reads, application.GetRequiredService<MetricsPage>().WriteAsync);
        group.MapMethods("/health", Reads, application.GetRequiredService<HealthPage>().WriteAsync);
        group.MapMethods("/ready", Reads, application.GetRequiredService<ReadinessPage>().WriteAsync);
        return group;
    }
}
