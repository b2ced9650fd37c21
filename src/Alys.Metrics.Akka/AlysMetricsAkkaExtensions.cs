using Akka.Configuration;
using Akka.Hosting;
using Alys.Metrics.Akka.Reporting;

namespace Alys.Metrics.Akka;

/// <summary>Measures the actors of an application that uses Akka.Hosting.</summary>
public static class AlysMetricsAkkaExtensions
{
    /// <summary>
    /// Measures every actor of the system, unchanged. Where the application has a <see cref="MetricRegistry"/> (by
    /// <c>AddAlysMetrics()</c> or <c>AddAlysNode()</c>) they are reported there; else at a <c>/metrics</c> of their own
    /// on the default port. Call it after what configures mailboxes, dispatchers and the provider.
    /// </summary>
    /// <param name="builder">The actor system that is built.</param>
    /// <param name="configure">Changes the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static AkkaConfigurationBuilder WithAlysMetrics(
        this AkkaConfigurationBuilder builder, Action<AkkaMetricsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new AkkaMetricsOptions();
        configure?.Invoke(options);
        var reports = new ReportTarget(options);
        Config user = builder.Configuration.HasValue ? builder.Configuration.Value : Config.Empty;
        builder.AddSetup(new AkkaMetricsSetup(reports.Of, options));
        builder.AddHocon(MeasuredConfig.Of(user), HoconAddMode.Prepend);
        return builder.AddStartup((system, _) => reports.StartAsync(system));
    }
}
