using System.Net;
using System.Net.Sockets;

namespace Alys.Metrics.Hosting.Tests.Connections;

public sealed class ConnectionPlacesTests
{
    /// <summary>More than there are places.</summary>
    private const int Many = 150;

    [Theory]
    [InlineData(new object[] { new string[0] })]
    [InlineData(new object[] { new[] { "GET /metrics HTTP/1.1" } })]
    public async Task Idle_clients_and_such_that_never_end_their_request_shut_nobody_out(string[] lines)
    {
        await using RunningHost host = await RunningHost.StartAsync();
        var idle = new List<TcpClient>();
        try
        {
            for (int i = 0; i < Many; i++) idle.Add(await host.AskAsync(lines));

            using HttpResponseMessage response = await host.GetAsync("/metrics");

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            // The first is the one that was idle for longest: its connection has ended.
            Assert.True(await HasEndedAsync(idle[0]));
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task A_scrape_under_way_keeps_its_place()
    {
        using var asked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        await using RunningHost host = await RunningHost.StartAsync(
            options => options.Registry.CallbackPatience = TimeSpan.FromMinutes(1));
        host.Registry.ObservableGauge("slow", "Tests.", () =>
        {
            asked.Set();
            release.Wait(TestContext.Current.CancellationToken);
            return 1;
        });
        Task<string> scrape = host.TextAsync("/metrics");
        asked.Wait(TestContext.Current.CancellationToken);
        var idle = new List<TcpClient>();
        for (int i = 0; i < Many; i++) idle.Add(await host.AskAsync());
        Assert.True(await HasEndedAsync(idle[0]));

        release.Set();

        Assert.Contains("\nslow 1\n", await scrape, StringComparison.Ordinal);
        idle.ForEach(client => client.Dispose());
    }

    private static async Task<bool> HasEndedAsync(TcpClient client)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            return await client.GetStream().ReadAsync(new byte[1], deadline.Token) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
