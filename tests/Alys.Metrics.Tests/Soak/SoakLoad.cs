using System.Globalization;

namespace Alys.Metrics.Tests.Soak;

/// <summary>A registry with metrics of all kinds, those who write, remove and register, and what they wrote.</summary>
internal sealed class SoakLoad : IDisposable
{
    private const int Peers = 40;
    private const int Batch = 200;
    private const int MostRegistered = 300;

    private readonly Counter _bound;
    private readonly UpDownCounter _up;
    private readonly Histogram _seconds;
    private readonly EnumFamily<Counter, SoakOutcome> _outcomes;
    private readonly TextFamily<Counter> _peers;
    private readonly TextFamily<Counter> _guests;
    private readonly Counter[] _held;

    private long _batches;
    private long _peerAdditions;
    private long _guestAdditions;
    private long _removed;
    private int _registered;
    private readonly ManualResetEventSlim _stop = new();
    private volatile Exception? _failure;

    internal SoakLoad()
    {
        // _created tells a series that began again from one that went on.
        Registry = new MetricRegistry(new MetricRegistryOptions { CreatedSamples = true });
        _bound = Registry.Counter("soak_bound_total", "Tests.");
        _up = Registry.UpDownCounter("soak_up", "Tests.");
        _seconds = Registry.Histogram("soak_seconds", "Tests.", HistogramBounds.Of(1, 2, 5, 10));
        _outcomes = Registry.CounterFamily<SoakOutcome>("soak_outcomes_total", "Tests.", "outcome");
        _peers = Registry.TextCounterFamily("soak_peers_total", "Tests.", new() { Limit = Peers * 2 }, "peer");
        _guests = Registry.TextCounterFamily("soak_guests_total", "Tests.", new() { Limit = Peers * 2 }, "guest");
        _held = [.. Enumerable.Range(0, Peers).Select(peer => _peers.WithLabels(Text(peer)))];
    }

    internal MetricRegistry Registry { get; }

    internal long Bound => _batches * Batch;

    internal long Observed => _batches * Batch;

    internal long Outcomes => _batches * Batch;

    /// <summary>To children whose handles are held all the time: none of it is lost, however often they are
    /// removed.</summary>
    internal long PeerAdditions => _peerAdditions;

    /// <summary>To children that nobody holds: what one gained since the last page goes with it when it is removed and
    /// collected before it is asked for again.</summary>
    internal long GuestAdditions => _guestAdditions;

    internal long Removed => _removed;

    internal int Registered => _registered;

    /// <summary>Lets everything happen for some time; throws what went wrong first.</summary>
    internal void Run(TimeSpan duration, IEnumerable<Action> scrapers)
    {
        Thread[] threads =
        [
            .. Enumerable.Range(0, 2).Select(seed => Repeat(new Random(seed), Write)),
            Repeat(new Random(2), _ => OnShortLivedThread()),
            Repeat(new Random(3), Remove),
            Repeat(new Random(4), Register),
            .. scrapers.Select(scrape => Repeat(new Random(5), _ => scrape())),
        ];
        _stop.Wait(duration);
        _stop.Set();
        foreach (Thread thread in threads) thread.Join();
        if (_failure is not null) throw new InvalidOperationException("It went wrong in the middle.", _failure);
    }

    public void Dispose() => _stop.Dispose();

    private Thread Repeat(Random random, Action<Random> work)
    {
        var thread = new Thread(() =>
        {
            while (!_stop.IsSet) Try(() => work(random));
        });
        thread.Start();
        return thread;
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception failure)
        {
            _failure ??= failure;
            _stop.Set();
        }
    }

    private void Write(Random random)
    {
        for (int i = 0; i < Batch; i++)
        {
            _up.Increment();
            _bound.Increment();
            _seconds.Observe(random.NextDouble() * 12);
            _outcomes[(SoakOutcome)random.Next(3)].Increment();
            _up.Decrement();
        }

        Interlocked.Increment(ref _batches);
        Counter guest = _guests.WithLabels(Peer(random));
        for (int i = 0; i < Batch; i++)
        {
            _held[random.Next(Peers)].Increment();
            _peers.WithLabels(Peer(random)).Increment();
            guest.Increment();
            _guests.WithLabels(Peer(random)).Increment();
        }

        Interlocked.Add(ref _peerAdditions, 2 * Batch);
        Interlocked.Add(ref _guestAdditions, 2 * Batch);
    }

    private void OnShortLivedThread()
    {
        var thread = new Thread(() => Try(() => Write(new Random(6))));
        thread.Start();
        thread.Join();
    }

    private void Remove(Random random)
    {
        if (_peers.Remove(Peer(random)) & _guests.Remove(Peer(random))) Interlocked.Increment(ref _removed);
        Thread.Yield();
    }

    private void Register(Random random)
    {
        if (_registered < MostRegistered)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"soak_registered_{_registered}_total");
            Registry.Counter(name, "Tests.").Increment();
            _registered++;
        }

        Assert.Throws<ArgumentException>(() => Registry.Counter("soak_bound_total", "It is there already."));
        _stop.Wait(TimeSpan.FromMilliseconds(random.Next(5)));
    }

    private static string Peer(Random random) => Text(random.Next(Peers));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
