using System.Net;
using System.Net.Sockets;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Stack;

public sealed class FreePortTests
{
    [Fact]
    public void All_that_are_taken_differ_and_can_be_listened_on()
    {
        IReadOnlyList<IPEndPoint> ports = FreePort.Take(5);
        Assert.Distinct(ports);
        using TcpListener listener = new(ports[0]);
        listener.Start();
    }
}
