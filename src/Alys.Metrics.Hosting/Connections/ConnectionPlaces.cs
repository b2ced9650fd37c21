using Microsoft.AspNetCore.Connections;

namespace Alys.Metrics.Hosting.Connections;

/// <summary>
/// The connections of a listener, at most so many. When a new one comes and all places are taken, the one that has been
/// idle for longest goes: clients that connect and say nothing cannot shut Prometheus out. One whose request is being
/// answered stays; when all are, the new one is refused.
/// </summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> a lock and two links a request, nothing allocated.</remarks>
internal sealed class ConnectionPlaces(int limit)
{
    private readonly Lock _gate = new();

    /// <summary>Those without a request, the one that has been so for longest first.</summary>
    private readonly LinkedList<ConnectionPlace> _idle = [];

    private int _taken;

    /// <summary>Serves a connection if there is a place for it.</summary>
    internal async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (Enter(connection) is not { } place)
        {
            connection.Abort(new ConnectionAbortedException("Too many connections are answered at once."));
            return;
        }

        connection.Features.Set(place);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            Leave(place);
        }
    }

    /// <summary>The connection's request begins.</summary>
    internal void Begin(ConnectionPlace place)
    {
        lock (_gate) Unlink(place);
    }

    /// <summary>Its request is answered.</summary>
    internal void End(ConnectionPlace place)
    {
        lock (_gate)
        {
            if (!place.HasLeft) _idle.AddLast(place.Node);
        }
    }

    private ConnectionPlace? Enter(ConnectionContext connection)
    {
        ConnectionPlace? idlest = null;
        var place = new ConnectionPlace(this, connection);
        lock (_gate)
        {
            if (_taken == limit)
            {
                idlest = _idle.First?.Value;
                if (idlest is null) return null;
                Free(idlest);
            }

            _taken++;
            _idle.AddLast(place.Node);
        }

        idlest?.Connection.Abort(new ConnectionAbortedException("Another connection needed the place."));
        return place;
    }

    private void Leave(ConnectionPlace place)
    {
        lock (_gate) Free(place);
    }

    private void Free(ConnectionPlace place)
    {
        if (place.HasLeft) return;
        place.HasLeft = true;
        _taken--;
        Unlink(place);
    }

    private void Unlink(ConnectionPlace place)
    {
        if (place.Node.List is not null) _idle.Remove(place.Node);
    }
}
