using System.Runtime.CompilerServices;
using Akka.Actor;
using Alys.Metrics.Akka.Lifecycle;
using Alys.Metrics.Akka.Mailboxes;
using Alys.Metrics.Akka.Naming;
using Alys.Metrics.Akka.Reporting;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka;

/// <summary>
/// What measures one actor system. Mailboxes count where only their consumer writes; here the counts are taken to the
/// registry, at each scrape and every few seconds, and once more when a mailbox closes, so that none is lost.
/// </summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> a report looks at every mailbox once, some 20 ns each.</remarks>
public sealed class ActorMeter : IExtension
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(5);
    private static readonly ConditionalWeakTable<ActorSystem, ActorMeter> Meters = [];

    private readonly ConditionalWeakTable<IActorRef, MailboxMeter> _byActor = [];
    private readonly HashSet<MailboxMeter> _live = [];
    private readonly Dictionary<ActorTypeMetrics, MailboxTotals> _totals = [];
    private readonly Lock _gate = new();
    private readonly AkkaMetricsOptions _options;
    private readonly TypeNames _names;

    private readonly ReportTarget? _page;

    private ActorMeter(ActorMetrics metrics, AkkaMetricsOptions options, ReportTarget? page = null)
    {
        Metrics = metrics;
        _options = options;
        _names = new TypeNames(options);
        _page = page;
    }

    /// <summary>Where it reports.</summary>
    internal ActorMetrics Metrics { get; }

    internal int OneIn => _options.SampleOneIn;

    /// <summary>The meter of a system; null: it is not measured, because it was made without
    /// <see cref="AkkaMetricsSetup"/> and has no <c>alys.metrics</c> in its configuration.</summary>
    internal static ActorMeter? Of(ActorSystem system)
    {
        if (Meters.TryGetValue(system, out ActorMeter? meter)) return meter;
        var setup = system.Settings.Setup.Get<AkkaMetricsSetup>();
        if (setup.HasValue)
            return Meters.GetValue(system, _ => new ActorMeter(setup.Value.Metrics(system), setup.Value.Options));
        return AkkaMetricsOptions.Of(system.Settings.Config) is { } options
            ? Meters.GetValue(system, _ => WithPage(system, options))
            : null;
    }

    /// <summary>Listens to the system, and reports until it is terminated.</summary>
    internal void Start(ExtendedActorSystem system)
    {
        if (_page is not null) _ = _page.StartAsync(system);
        lock (_gate)
        {
            foreach (MailboxMeter mailbox in _live) Run(mailbox, null);
        }

        TelemetryListener.Subscribe(system, this);
        Func<long> report = Report;
        Metrics.AddMailboxes(report);
        var timer = new Timer(_ => Report(), null, ReportInterval, ReportInterval);
        system.WhenTerminated.ContinueWith(
            _ =>
            {
                timer.Dispose();
                Report();
                Metrics.RemoveMailboxes(report);
            },
            TaskScheduler.Default);
    }

    internal Sampling NewSampling() => new(_options.SampleOneIn, Random.Shared.NextInt64());

    internal void Add(MailboxMeter mailbox, IActorRef owner)
    {
        _byActor.AddOrUpdate(owner, mailbox);
        lock (_gate) _live.Add(mailbox);
    }

    /// <summary>Takes the last counts of a mailbox that is closed.</summary>
    internal void Retire(MailboxMeter mailbox)
    {
        lock (_gate)
        {
            if (!_live.Remove(mailbox) || mailbox.Metrics is not { } metrics) return;
            Report(mailbox, metrics);
            metrics.MailboxesGrew(-mailbox.ReportedSize);
            mailbox.ReportedSize = 0;
        }
    }

    /// <summary>The mailbox of an actor, also of one that has stopped; null: not measured.</summary>
    internal MailboxMeter? MailboxOf(IActorRef? actor) =>
        actor is not null && _byActor.TryGetValue(actor, out MailboxMeter? mailbox) ? mailbox : null;

    /// <summary>The metrics of an actor's type; null while its cell is being made.</summary>
    internal ActorTypeMetrics? MetricsOf(IActorRef actor)
    {
        if (TypeNames.IsSystem(actor)) return Metrics.Of(ActorType.System);
        return actor is ActorRefWithCell { Underlying.Props: { } props } ? Metrics.Of(_names.OfActor(props)) : null;
    }

    internal RestartReason ReasonOf(Exception? cause) => _options.RestartReasonOf(Causes.Innermost(cause));

    /// <summary>An actor runs.</summary>
    internal void Spawned(IActorRef actor, TimeSpan? spawn)
    {
        if (MailboxOf(actor) is not { } mailbox) return;
        lock (_gate) Run(mailbox, spawn ?? System.Diagnostics.Stopwatch.GetElapsedTime(mailbox.Born));
    }

    /// <summary>An actor is gone.</summary>
    internal void Stopped(IActorRef actor)
    {
        if (MailboxOf(actor) is not { } mailbox) return;
        lock (_gate)
        {
            if (!mailbox.IsRunning) return;
            mailbox.IsRunning = false;
            mailbox.Metrics?.Stopped(Since(mailbox.StopAskedAt));
        }
    }

    /// <summary>An actor runs again.</summary>
    internal void Restarted(IActorRef actor, Exception? cause)
    {
        ActorTypeMetrics? metrics = MailboxOf(actor) is { } mailbox ? mailbox.Metrics : MetricsOf(actor);
        long failed = MailboxOf(actor)?.FailedAt ?? 0;
        if (MailboxOf(actor) is { } own) own.Forget();
        metrics?.Restarted(ReasonOf(cause), Since(failed));
    }

    /// <summary>Takes all counts to the registry.</summary>
    /// <returns>How many mailboxes there are.</returns>
    internal long Report()
    {
        lock (_gate)
        {
            foreach (MailboxTotals totals in _totals.Values) totals.Clear();
            foreach (MailboxMeter mailbox in _live)
            {
                if (mailbox.Metrics is not { } metrics) continue;
                Report(mailbox, metrics);
                if (!_totals.TryGetValue(metrics, out MailboxTotals? totals))
                    _totals.Add(metrics, totals = new MailboxTotals());
                totals.Add(mailbox);
            }

            foreach ((ActorTypeMetrics metrics, MailboxTotals totals) in _totals) totals.Report(metrics);
            return _live.Count;
        }
    }

    private static TimeSpan? Since(long moment) =>
        moment == 0 ? null : System.Diagnostics.Stopwatch.GetElapsedTime(moment);

    private static void Run(MailboxMeter mailbox, TimeSpan? spawn)
    {
        if (mailbox.IsRunning || mailbox.Metrics is not { } metrics) return;
        mailbox.IsRunning = true;
        metrics.Spawned(spawn);
    }

    private void Report(MailboxMeter mailbox, ActorTypeMetrics metrics)
    {
        long all = 0;
        foreach (MessageCount count in mailbox.Counts)
        {
            long now = Volatile.Read(ref count.Count);
            long added = now - count.Reported;
            if (added == 0) continue;
            count.Reported = now;
            count.Counter ??= metrics.MessagesOf(_names.OfMessage(count.Type));
            count.Counter.Add(added);
            all += added;
        }

        if (all > 0) metrics.MessagesProcessed(all);
        long unstashed = mailbox.Unstashed;
        if (unstashed != mailbox.ReportedUnstashed)
        {
            metrics.MessagesUnstashed(unstashed - mailbox.ReportedUnstashed);
            mailbox.ReportedUnstashed = unstashed;
        }

        long size = mailbox.Queue.Count;
        if (size == mailbox.ReportedSize) return;
        metrics.MailboxesGrew(size - mailbox.ReportedSize);
        mailbox.ReportedSize = size;
    }

    private static ActorMeter WithPage(ActorSystem system, AkkaMetricsOptions options)
    {
        var page = new ReportTarget(options);
        return new ActorMeter(page.Of(system), options, page);
    }
}
