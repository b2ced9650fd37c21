namespace Alys.Metrics.Node;

/// <summary>Who the peers are, from those that the node itself connects: never by id, so that the number of series does
/// not follow the number of peers.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class PeerConnectionMetrics
{
    private const double PoorFrom = 10;
    private const double FairFrom = 40;
    private const double GoodFrom = 70;

    private readonly PeerMetrics _total;
    private readonly EnumFamily<UpDownCounter, PeerKind> _kinds;
    private readonly EnumFamily<UpDownCounter, PeerRegion> _regions;
    private readonly EnumFamily<UpDownCounter, PeerDirection> _directions;
    private readonly EnumFamily<UpDownCounter, PeerScore> _scores;
    private readonly EnumFamily<Counter, PeerEvent> _events;

    private long _connected;

    /// <summary>Makes the metrics.</summary>
    /// <param name="registry">Where they are exposed.</param>
    /// <param name="total">Is told the number of all connections.</param>
    public PeerConnectionMetrics(MetricRegistry registry, PeerMetrics total)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(total);
        _total = total;
        _kinds = registry.UpDownCounterFamily<PeerKind>("alys_peers_by_kind", "Connected peers by kind.", "kind");
        _regions = registry.UpDownCounterFamily<PeerRegion>(
            "alys_peers_by_region", "Connected peers by region.", "region");
        _directions = registry.UpDownCounterFamily<PeerDirection>(
            "alys_peers_by_direction", "Connected peers by who called whom.", "direction");
        _scores = registry.UpDownCounterFamily<PeerScore>(
            "alys_peers_by_score", "Connected peers by how good they are (0-100: 10, 40 and 70 divide).", "score");
        _events = registry.CounterFamily<PeerEvent>(
            "alys_peer_events_total", "What happened to peers.", "event");
    }

    /// <summary>The range that a score from 0 to 100 falls in. NaN is banned.</summary>
    public static PeerScore ScoreOf(double score) => score switch
    {
        >= GoodFrom => PeerScore.Good,
        >= FairFrom => PeerScore.Fair,
        >= PoorFrom => PeerScore.Poor,
        _ => PeerScore.Banned,
    };

    /// <summary>A peer came. Dispose what is returned when it goes.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="region">Where it is.</param>
    /// <param name="direction">Who called whom.</param>
    /// <param name="score">How good it is, from 0 to 100.</param>
    public PeerConnection Connected(PeerKind kind, PeerRegion region, PeerDirection direction, double score)
    {
        Happened(PeerEvent.Connected);
        return new PeerConnection(this, kind, region, direction, ScoreOf(score));
    }

    /// <summary>Something else happened to a peer.</summary>
    public void Happened(PeerEvent what) => _events[what].Increment();

    internal void Change(PeerKind kind, PeerRegion region, PeerDirection direction, PeerScore score, int by)
    {
        _kinds[kind].Add(by);
        _regions[region].Add(by);
        _directions[direction].Add(by);
        _scores[score].Add(by);
        _total.Report(Interlocked.Add(ref _connected, by));
    }

    internal void Move(PeerScore from, PeerScore to)
    {
        _scores[from].Decrement();
        _scores[to].Increment();
    }
}
