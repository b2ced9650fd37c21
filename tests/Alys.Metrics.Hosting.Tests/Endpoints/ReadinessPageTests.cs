using System.Net;

namespace Alys.Metrics.Hosting.Tests.Endpoints;

public sealed class ReadinessPageTests
{
    [Fact]
    public async Task It_names_the_collector_that_fails_and_is_ready_when_all_succeed_and_not_when_one_fails_again()
    {
        var evm = new SwitchedCollector("evm", works: false);
        await using RunningHost host = await RunningHost.StartAsync(null, new SwitchedCollector("host", true), evm);

        string reason = "evm: the node does not answer";
        await host.UntilAsync("/ready", HttpStatusCode.ServiceUnavailable);
        Assert.Contains("evm", await host.TextAsync("/ready"), StringComparison.Ordinal);

        evm.Works = true;
        Assert.Contains("\"ready\"", await host.UntilAsync("/ready", HttpStatusCode.OK), StringComparison.Ordinal);

        evm.Works = false;
        string unready = await host.UntilAsync("/ready", HttpStatusCode.ServiceUnavailable);
        Assert.Contains(reason, unready, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_collectors_it_is_ready()
    {
        await using RunningHost host = await RunningHost.StartAsync();

        await host.UntilAsync("/ready", HttpStatusCode.OK);
    }
}
