using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Event;

namespace Alys.Metrics.Akka.Asks;

/// <summary>Akka's own provider for systems without remoting, which tells of the questions (asks) that it makes a
/// reference for. Everything else goes to the one inside.</summary>
public sealed class MeasuredProvider : IActorRefProvider
{
    private readonly LocalActorRefProvider _inner;
    private readonly OpenAsks _open = new();
    private ActorSystemImpl? _system;

    /// <summary>The system's; null before its first question. Looking it up costs as much as counting one.</summary>
    private ActorMeter? _meter;

    /// <param name="systemName">The actor system's name.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="eventStream">Its event stream.</param>
    public MeasuredProvider(string systemName, Settings settings, EventStream eventStream) =>
        _inner = new LocalActorRefProvider(systemName, settings, eventStream);

    /// <inheritdoc/>
    public IInternalActorRef RootGuardian => _inner.RootGuardian;

    /// <inheritdoc/>
    public LocalActorRef Guardian => _inner.Guardian;

    /// <inheritdoc/>
    public LocalActorRef SystemGuardian => _inner.SystemGuardian;

    /// <inheritdoc/>
    public IActorRef DeadLetters => _inner.DeadLetters;

    /// <inheritdoc/>
    public IActorRef IgnoreRef => _inner.IgnoreRef;

    /// <inheritdoc/>
    public ActorPath RootPath => _inner.RootPath;

    /// <inheritdoc/>
    public Settings Settings => _inner.Settings;

    /// <inheritdoc/>
    public Deployer Deployer => _inner.Deployer;

    /// <inheritdoc/>
    public IInternalActorRef TempContainer => _inner.TempContainer;

    /// <inheritdoc/>
    public Task TerminationTask => _inner.TerminationTask;

    /// <inheritdoc/>
    public Address DefaultAddress => _inner.DefaultAddress;

    /// <inheritdoc/>
    public global::Akka.Serialization.Information SerializationInformation => _inner.SerializationInformation;

    /// <inheritdoc/>
    public FutureActorRef<T> CreateFutureRef<T>(TaskCompletionSource<T> tcs)
    {
        ArgumentNullException.ThrowIfNull(tcs);
        if (_meter is null && _system is not null) _meter = ActorMeter.Of(_system);
        if (_meter is null) return _inner.CreateFutureRef(tcs);
        var ask = new MeasuredAsk<T>(_meter.Metrics, tcs, _inner.TempPath(), _inner);
        _open.Add(ask);
        return ask;
    }

    /// <inheritdoc/>
    public void Init(ActorSystemImpl system)
    {
        _system = system;
        _inner.Init(system);
    }

    /// <inheritdoc/>
    public IActorRef RootGuardianAt(Address address) => _inner.RootGuardianAt(address);

    /// <inheritdoc/>
    public ActorPath TempPath() => _inner.TempPath();

    /// <inheritdoc/>
    public void RegisterTempActor(IInternalActorRef actorRef, ActorPath path) =>
        _inner.RegisterTempActor(actorRef, path);

    /// <inheritdoc/>
    public void UnregisterTempActor(ActorPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        (_open.Take(path) ?? _inner.TempContainer.GetChild([path.Name]) as IMeasuredAsk)?.End();
        _inner.UnregisterTempActor(path);
    }

    /// <inheritdoc/>
    public IInternalActorRef ActorOf(
        ActorSystemImpl system,
        Props props,
        IInternalActorRef supervisor,
        ActorPath path,
        bool systemService,
        Deploy deploy,
        bool lookupDeploy,
        bool async) =>
        _inner.ActorOf(system, props, supervisor, path, systemService, deploy, lookupDeploy, async);

    /// <inheritdoc/>
    public IActorRef ResolveActorRef(string path) => _inner.ResolveActorRef(path);

    /// <inheritdoc/>
    public IActorRef ResolveActorRef(ActorPath actorPath) => _inner.ResolveActorRef(actorPath);

    /// <inheritdoc/>
    public Address GetExternalAddressFor(Address address) => _inner.GetExternalAddressFor(address);
}
