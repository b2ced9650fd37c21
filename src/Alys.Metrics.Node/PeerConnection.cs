namespace Alys.Metrics.Node;

/// <summary>One connection to a peer, counted until it is disposed.</summary>
/// <remarks><b>Threads:</b> one at a time.</remarks>
public sealed class PeerConnection : IDisposable
{
    private readonly PeerConnectionMetrics _all;
    private readonly PeerKind _kind;
    private readonly PeerRegion _region;
    private readonly PeerDirection _direction;

    private PeerScore _score;
    private bool _ended;

    internal PeerConnection(
        PeerConnectionMetrics all, PeerKind kind, PeerRegion region, PeerDirection direction, PeerScore score)
    {
        (_all, _kind, _region, _direction, _score) = (all, kind, region, direction, score);
        all.Change(kind, region, direction, score, 1);
    }

    /// <summary>Says how good the peer is now.</summary>
    /// <param name="score">From 0 to 100; below 10 the peer is banned.</param>
    public void Rate(double score)
    {
        PeerScore now = PeerConnectionMetrics.ScoreOf(score);
        if (_ended || now == _score) return;
        _all.Move(_score, now);
        _score = now;
    }

    /// <summary>The peer went. A second call does nothing.</summary>
    public void Dispose()
    {
        if (_ended) return;
        _ended = true;
        _all.Change(_kind, _region, _direction, _score, -1);
        _all.Happened(PeerEvent.Disconnected);
    }
}
