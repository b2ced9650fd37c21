using Microsoft.AspNetCore.Connections;

namespace Alys.Metrics.Hosting.Connections;

/// <summary>The place of one connection; a feature of it, so its requests find it. Guarded by the places.</summary>
internal sealed class ConnectionPlace
{
    private readonly ConnectionPlaces _places;

    internal ConnectionPlace(ConnectionPlaces places, ConnectionContext connection)
    {
        _places = places;
        Connection = connection;
        Node = new LinkedListNode<ConnectionPlace>(this);
    }

    internal ConnectionContext Connection { get; }

    /// <summary>In the list of idle ones while no request is being answered.</summary>
    internal LinkedListNode<ConnectionPlace> Node { get; }

    /// <summary>Whether the place is another's, or free.</summary>
    internal bool HasLeft { get; set; }

    internal void BeginRequest() => _places.Begin(this);

    internal void EndRequest() => _places.End(this);
}
