using Akka.Actor;

namespace Alys.Metrics.Akka;

/// <summary>Starts the measuring when the actor system starts: what stands in <c>akka.extensions</c>.</summary>
public sealed class ActorMeterProvider : ExtensionIdProvider<ActorMeter>
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The system has neither an <see cref="AkkaMetricsSetup"/> nor
    /// <c>alys.metrics</c> in its configuration.</exception>
    public override ActorMeter CreateExtension(ExtendedActorSystem system)
    {
        ActorMeter meter = ActorMeter.Of(system) ?? throw new ArgumentException(
            $"The actor system '{system.Name}' is configured to be measured but does not know where to report: give it "
            + $"an {nameof(AkkaMetricsSetup)}, say alys.metrics in its configuration, or use WithAlysMetrics().");
        meter.Start(system);
        return meter;
    }
}
