using System.Reflection;
using Alys.Metrics.Node;
using Microsoft.Extensions.Options;

namespace Alys.Metrics.Hosting;

/// <summary>The version of the program, for <c>alys_build_info</c> and <c>/health</c>.</summary>
internal sealed class BuildReport
{
    public BuildReport(MetricRegistry registry, IOptions<AlysMetricsOptions> options) =>
        _ = new BuildMetrics(registry, options.Value.Component, Version);

    /// <summary>The version without the commit that a build may append.</summary>
    public string Version { get; } = typeof(BuildReport).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
