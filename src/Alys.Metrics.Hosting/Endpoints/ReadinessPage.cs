using Alys.Metrics.Hosting.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Alys.Metrics.Hosting.Endpoints;

/// <summary><c>/ready</c>: 200 when every health check with the tag <c>ready</c> is healthy, the collectors' among
/// them;
/// else 503 with the reasons.</summary>
internal sealed class ReadinessPage(HealthCheckService checks)
{
    public async Task WriteAsync(HttpContext context)
    {
        HealthReport report = await checks
            .CheckHealthAsync(check => check.Tags.Contains(CollectorHealthCheck.Tag), context.RequestAborted)
            .ConfigureAwait(false);
        bool ready = report.Status == HealthStatus.Healthy;
        string[] reasons = [.. report.Entries
            .Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => entry.Value.Description ?? $"{entry.Key} is {entry.Value.Status}")];
        context.Response.StatusCode = ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        var body = new Readiness(ready ? "ready" : "not ready", reasons);
        await context.Response.WriteAsJsonAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private sealed record Readiness(string Status, string[] Reasons);
}
