using Akka.Actor;
using Akka.Configuration;
using Alys.Metrics.Akka.Naming;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka;

/// <summary>How actors are measured.</summary>
public sealed class AkkaMetricsOptions
{
    /// <summary>
    /// One message in so many has its waiting and processing time taken, at random, and stands for all of them in the
    /// histograms; counts are always exact. Default 64; 1: every message, some 90 ns each; 0: none. At most 1,000,000.
    /// </summary>
    public int SampleOneIn { get; set; } = 64;

    /// <summary>Why an actor restarted, from what it threw (null: somebody asked for it). It should not throw. Default:
    /// by the kind of exception, <see cref="RestartReason.ActorPanic"/> for most.</summary>
    public Func<Exception?, RestartReason> RestartReasonOf { get; set; } = Causes.ReasonOf;

    /// <summary>Where the page is that the actors have when the application has no registry, as
    /// <see cref="Hosting.AlysMetricsOptions.Listen"/>. Default null: its default. Ignored when there is a registry.
    /// </summary>
    public string? Listen { get; set; }

    internal Dictionary<Type, string> ActorTypes { get; } = [];

    internal Dictionary<Type, string> MessageTypes { get; } = [];

    /// <summary>Says the <c>actor_type</c> of a class. Default: its name in snake_case without <c>Actor</c>, so
    /// <c>ChainActor</c> is <c>chain</c>; whatever ends in <c>Supervisor</c> is <c>supervisor</c>.</summary>
    public AkkaMetricsOptions MapActor<TActor>(string actorType)
        where TActor : ActorBase
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actorType);
        ActorTypes[typeof(TActor)] = actorType;
        return this;
    }

    /// <inheritdoc cref="MapActor{TActor}(string)"/>
    public AkkaMetricsOptions MapActor<TActor>(ActorType actorType)
        where TActor : ActorBase => MapActor<TActor>(LabelValue.Of(actorType));

    /// <summary>Says the <c>message_type</c> of a class. Default: its name in snake_case.</summary>
    public AkkaMetricsOptions MapMessage<TMessage>(string messageType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(messageType);
        MessageTypes[typeof(TMessage)] = messageType;
        return this;
    }

    /// <summary>What <c>alys.metrics</c> of a configuration says; null: there is none.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal static AkkaMetricsOptions? Of(Config config)
    {
        Config section = config.GetConfig("alys.metrics");
        if (section is null || section.IsEmpty) return null;
        var options = new AkkaMetricsOptions { Listen = section.GetString("listen", null) };
        options.SampleOneIn = section.GetInt("sample-one-in", options.SampleOneIn);
        options.Validate();
        return options;
    }

    /// <summary>Throws when a value is out of its range.</summary>
    internal void Validate()
    {
        if (SampleOneIn is >= 0 and <= 1_000_000) return;
        throw new ArgumentException($"{nameof(SampleOneIn)} is {SampleOneIn}; it must be 0 to 1,000,000.");
    }
}
