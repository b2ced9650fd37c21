using System.Net;
using System.Net.NetworkInformation;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class VictoriaMetricsServerTests : IDisposable
{
    private readonly TemporaryHome _home = new(withSharedTools: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_and_vmalert_listen_on_loopback_only_and_keep_their_data_in_the_home()
    {
        VictoriaMetricsPackage package = await VictoriaMetricsPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        (IPEndPoint store, IPEndPoint vmalert) = (FreePorts.Next(), FreePorts.Next());
        HashSet<IPEndPoint> before = [.. Listeners()];
        await using SupervisedProcess server = await VictoriaMetricsServer.StartAsync(
            package, _home.Home, store, _ => { }, TimeProvider.System, Cancellation);
        await using SupervisedProcess rules = await VmalertServer.StartAsync(
            package, _home.Home, vmalert, store, FreePorts.Next(), _ => { }, TimeProvider.System, Cancellation);

        Assert.Contains(store, Listeners());
        Assert.Contains(vmalert, Listeners());
        // Other tests open ports meanwhile, all on loopback.
        Assert.DoesNotContain(Listeners().Except(before), listener => !IPAddress.IsLoopback(listener.Address));
        Assert.NotEmpty(Directory.GetFileSystemEntries(_home.Home.VictoriaMetricsData));
    }

    [Fact]
    public async Task One_that_cannot_start_is_said_with_the_place_of_its_log()
    {
        VictoriaMetricsPackage package = await VictoriaMetricsPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        await File.WriteAllTextAsync(_home.Home.VictoriaMetricsData, "in the way", Cancellation);
        StackException died = await Assert.ThrowsAsync<StackException>(() => VictoriaMetricsServer.StartAsync(
            package, _home.Home, FreePorts.Next(), _ => { }, TimeProvider.System, Cancellation));
        Assert.StartsWith("victoria-metrics ended by itself", died.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_home.Home.Run, "victoria-metrics.log"), died.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private static IPEndPoint[] Listeners() => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
}
