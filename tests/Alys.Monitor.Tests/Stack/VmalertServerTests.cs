using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class VmalertServerTests : IDisposable
{
    private readonly TemporaryHome _home = new(withSharedTools: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_evaluates_every_rule_that_we_ship_without_an_error()
    {
        VictoriaMetricsPackage package = await VictoriaMetricsPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        var (store, vmalert) = (FreePorts.Next(), FreePorts.Next());
        await using SupervisedProcess server = await VictoriaMetricsServer.StartAsync(
            package, _home.Home, store, _ => { }, TimeProvider.System, Cancellation);
        await using RealAlertmanager alertmanager = await RealAlertmanager.StartAsync(FreePorts.Next());
        await using SupervisedProcess rules = await VmalertServer.StartAsync(
            package, _home.Home, vmalert, store, alertmanager.EndPoint, _ => { }, TimeProvider.System, Cancellation);

        using HttpClient http = Loopback.Client(Eventually.Patience);
        string[] page = [];
        await Eventually.HoldsAsync(
            async () =>
            {
                page = (await http.GetStringAsync(new Uri($"http://{vmalert}/metrics"), Cancellation)).Split('\n');
                return Values(page, "vmalert_iteration_total{").All(value => value != "0");
            },
            TimeSpan.FromSeconds(60), "every group was evaluated");
        Assert.Equal(["0"], Values(page, "vmalert_execution_errors_total").Distinct());
        await Eventually.HoldsAsync(
            async () => (await alertmanager.StatesAsync()).ContainsKey("Watchdog"),
            TimeSpan.FromSeconds(60), "the alert that always fires is told of");
    }

    public void Dispose() => _home.Dispose();

    private static IEnumerable<string> Values(string[] page, string start) =>
        page.Where(line => line.StartsWith(start, StringComparison.Ordinal))
            .Select(line => line[(line.LastIndexOf(' ') + 1)..]);
}
