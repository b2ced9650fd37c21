using System.Text.Json;

namespace Alys.Metrics.Hosting.Tests.Endpoints;

public sealed class HealthPageTests
{
    [Fact]
    public async Task It_says_that_the_process_is_alive_with_its_version_and_uptime_whatever_the_collectors_do()
    {
        await using RunningHost host = await RunningHost.StartAsync(null, new SwitchedCollector("evm", works: false));

        using var health = JsonDocument.Parse(await host.TextAsync("/health"));

        Assert.Equal("alive", health.RootElement.GetProperty("status").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+", health.RootElement.GetProperty("version").GetString());
        Assert.True(health.RootElement.GetProperty("uptimeSeconds").GetDouble() >= 0);
    }
}
