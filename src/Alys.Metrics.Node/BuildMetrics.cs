namespace Alys.Metrics.Node;

/// <summary>Which program exposes the page. One series, so that an upgrade does not churn all the others.</summary>
public sealed class BuildMetrics
{
    /// <summary>Makes the metric and sets it.</summary>
    /// <param name="registry">Where it is exposed.</param>
    /// <param name="component">What runs: <c>node</c> or <c>monitor</c>.</param>
    /// <param name="version">Its version.</param>
    public BuildMetrics(MetricRegistry registry, string component, string version)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.Info("alys_build_info", "The program behind this page.", "component", "version", "runtime")
            .Set(component, version, Environment.Version.ToString());
    }
}
