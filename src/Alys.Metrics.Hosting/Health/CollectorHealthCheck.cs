using Alys.Metrics.Collectors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Alys.Metrics.Hosting.Health;

/// <summary>Healthy when every collector has succeeded once and none is failing now.</summary>
internal sealed class CollectorHealthCheck(CollectionLoop loop) : IHealthCheck
{
    /// <summary>The tag of the checks that <c>/ready</c> asks.</summary>
    internal const string Tag = "ready";

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string reasons = string.Join("; ", loop.Statuses.Select(Reason).OfType<string>());
        return Task.FromResult(reasons.Length == 0
            ? HealthCheckResult.Healthy("every collector succeeds")
            : HealthCheckResult.Unhealthy(reasons));
    }

    private static string? Reason(CollectorStatus status) =>
        status.ConsecutiveFailures > 0 ? $"{status.Name}: {status.LastError}"
        : status.EverSucceeded ? null
        : $"{status.Name}: no round has ended yet";
}
