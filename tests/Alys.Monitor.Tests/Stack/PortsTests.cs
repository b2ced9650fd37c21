using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class PortsTests
{
    [Fact]
    public void A_free_port_is_fine_and_stays_free()
    {
        IPEndPoint free = FreePorts.Next();
        Ports.EnsureFree(Used(free));
        Ports.EnsureFree(Used(free));
    }

    [Fact]
    public void A_taken_port_is_said_with_its_owner_and_the_option_that_chooses_another()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        IPEndPoint taken = (IPEndPoint)listener.LocalEndpoint;
        UsageException refused = Assert.Throws<UsageException>(() => Ports.EnsureFree(Used(taken)));
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"port {taken.Port} for the test is taken by "),
            refused.Message,
            StringComparison.Ordinal);
        Assert.EndsWith(
            string.Create(CultureInfo.InvariantCulture, $"(pid {Environment.ProcessId}); choose another with --port"),
            refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_of_another_machine_is_said() => Assert.Contains(
        "192.0.2.1 is no address of this machine",
        Assert.Throws<UsageException>(
            () => Ports.EnsureFree(Used(IPEndPoint.Parse("192.0.2.1:9001")))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_port_nobody_listens_on_has_no_owner() => Assert.Null(Ports.OwnerOf(FreePorts.Next().Port));

    private static UsedPort Used(IPEndPoint endPoint) => new(endPoint, "the test", "--port");
}
