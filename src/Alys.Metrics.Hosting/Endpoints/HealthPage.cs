using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Alys.Metrics.Hosting.Endpoints;

/// <summary><c>/health</c>: the process is alive and answers. It asks nobody else, so it cannot be slow or wrong about
/// others; that is what <c>/ready</c> is for.</summary>
internal sealed class HealthPage(IOptions<AlysMetricsOptions> options, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();

    public Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        double uptime = Math.Round(clock.GetElapsedTime(_started).TotalSeconds, 3);
        var health = new Health("alive", options.Value.Version, uptime);
        return context.Response.WriteAsJsonAsync(health, context.RequestAborted);
    }

    private sealed record Health(string Status, string Version, double UptimeSeconds);
}
