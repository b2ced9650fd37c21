using Akka.Actor;
using Akka.Actor.Setup;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka;

/// <summary>Tells an actor system where its actors are reported.</summary>
public sealed class AkkaMetricsSetup : Setup
{
    /// <summary>For a system that is made without Akka.Hosting; see <see cref="MeasuredConfig"/>.</summary>
    /// <param name="metrics">Where to report.</param>
    /// <param name="options">How; null: the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AkkaMetricsSetup(ActorMetrics metrics, AkkaMetricsOptions? options = null)
        : this(_ => metrics, options ?? new AkkaMetricsOptions()) => ArgumentNullException.ThrowIfNull(metrics);

    internal AkkaMetricsSetup(Func<ActorSystem, ActorMetrics> metrics, AkkaMetricsOptions options)
    {
        options.Validate();
        Metrics = metrics;
        Options = options;
    }

    internal Func<ActorSystem, ActorMetrics> Metrics { get; }

    internal AkkaMetricsOptions Options { get; }
}
