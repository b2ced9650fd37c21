using System.Net;
using System.Net.NetworkInformation;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class AlertmanagerServerTests : IDisposable
{
    private readonly TemporaryHome _home = new(withSharedTools: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_on_loopback_and_looks_for_no_others()
    {
        await using RealAlertmanager server = await RealAlertmanager.StartAsync(FreePorts.Next());
        using HttpClient http = Loopback.Client(Eventually.Patience);
        string status = await http.GetStringAsync(new Uri($"http://{server.EndPoint}/api/v2/status"), Cancellation);
        Assert.Contains("\"status\":\"disabled\"", status, StringComparison.Ordinal);

        IPEndPoint[] open = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        Assert.Equal(server.EndPoint, Assert.Single(open, listener => listener.Port == server.EndPoint.Port));
    }

    [Fact]
    public async Task A_configuration_it_does_not_take_is_said_with_its_own_words()
    {
        AlertmanagerPackage package = await AlertmanagerPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        StackException died = await Assert.ThrowsAsync<StackException>(() => AlertmanagerServer.StartAsync(
            package, _home.Home, FreePorts.Next(), "no: configuration", _ => { }, TimeProvider.System, Cancellation));
        Assert.Contains("field no not found", died.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();
}
