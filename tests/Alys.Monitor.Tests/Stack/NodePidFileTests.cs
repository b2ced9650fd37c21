using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class NodePidFileTests
{
    [Fact]
    public void It_names_the_node_and_then_whoever_listens_in_its_place()
    {
        using TemporaryHome home = new();
        IPEndPoint node = FreePorts.Next();
        using NodePidFile file = new(home.Home, node, 1);
        file.Follow();
        Assert.Equal("1", File.ReadAllText(file.Path));

        using TcpListener successor = new(node);
        successor.Start();
        file.Follow();
        Assert.Equal(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), File.ReadAllText(file.Path));
    }

    [Fact]
    public void It_leaves_nothing()
    {
        using TemporaryHome home = new();
        new NodePidFile(home.Home, FreePorts.Next(), 1).Dispose();
        Assert.Empty(Directory.EnumerateFiles(home.Home.Run));
    }
}
