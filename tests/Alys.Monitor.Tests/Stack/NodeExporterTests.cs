using System.Net;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class NodeExporterTests
{
    [Fact]
    public async Task It_serves_what_the_machine_has_and_writes_no_line_for_each_scrape()
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string program = await NodeExporter.EnsureAsync(home.Home, _ => { }, cancellation);
        IPEndPoint listen = FreePorts.Next();
        await using SupervisedProcess exporter = await NodeExporter.StartAsync(
            program, home.Home, listen, _ => { }, TimeProvider.System, cancellation);
        using HttpClient http = Loopback.Client(Eventually.Patience);
        Uri page = new($"http://{listen}/metrics");
        Assert.Contains(
            "\nnode_filesystem_avail_bytes{", await http.GetStringAsync(page, cancellation), StringComparison.Ordinal);

        string log = Path.Combine(home.Home.Run, "node-exporter.log");
        string before = await File.ReadAllTextAsync(log, cancellation);
        await http.GetStringAsync(page, cancellation);
        Assert.Equal(before, await File.ReadAllTextAsync(log, cancellation));
    }
}
