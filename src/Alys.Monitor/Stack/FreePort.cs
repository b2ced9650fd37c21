using System.Net;
using System.Net.Sockets;

namespace Alys.Monitor.Stack;

/// <summary>Ports of this machine that nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>So many of them, all different. Somebody else can take one before it is used.</summary>
    public static IReadOnlyList<IPEndPoint> Take(int count)
    {
        List<TcpListener> held = [];
        try
        {
            for (int i = 0; i < count; i++)
            {
                TcpListener listener = new(IPAddress.Loopback, 0);
                held.Add(listener);
                listener.Start();
            }

            return [.. held.Select(listener => (IPEndPoint)listener.LocalEndpoint)];
        }
        finally
        {
            foreach (TcpListener listener in held)
                listener.Dispose();
        }
    }
}
