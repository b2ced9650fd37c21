using System.Net;
using System.Net.Sockets;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Ports that nobody listens on.</summary>
internal static class FreePorts
{
    public static IPEndPoint Next()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
