using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary>What Prometheus scrapes while the store is down.</summary>
public sealed class StoreTests : IDisposable
{
    // Ten seconds of scrapes.
    private const int Missed = 20;

    // What a killed store had not put on its disk yet: about five seconds, twice that on a busy machine.
    private const int Unwritten = 20;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly StoppableStack _stack = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_in_the_store_once_that_runs_again(bool kill)
    {
        await using CountingPage page = await CountingPage.StartAsync();
        await using StoppablePart store = await _stack.StartStoreAsync();
        PrometheusTargets targets = new(page.Endpoint, _stack.Prometheus)
        {
            Store = new StoreTargets(_stack.Store, _stack.Vmalert),
        };
        await using StoppablePart prometheus = await _stack.StartPrometheusAsync(
            PrometheusConfig.Render(targets, TimeSpan.FromMilliseconds(500)));
        await StoredUpToAsync(10);

        long stopped = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await store.RestartAsync(kill, () =>
        {
            long pages = page.Pages;
            return Eventually.HoldsAsync(() => page.Pages >= pages + Missed, Long, "scrapes go on");
        });

        List<(long Milliseconds, double Value)> stored = await StoredUpToAsync(page.Pages);
        double[] expected = [.. Enumerable.Range(1, (int)stored[^1].Value).Select(page => (double)page)];
        double[] missing = [.. expected.Except(stored.Select(sample => sample.Value))];
        if (!kill)
            Assert.Empty(missing);
        double first = stored.First(sample => sample.Milliseconds >= stopped).Value;
        Assert.DoesNotContain(missing, value => value >= first);
        Assert.InRange(missing.Length, 0, Unwritten);
    }

    public void Dispose() => _stack.Dispose();

    private async Task<List<(long Milliseconds, double Value)>> StoredUpToAsync(long page)
    {
        List<(long Milliseconds, double Value)> stored = [];
        await Eventually.HoldsAsync(
            async () => (stored = await _stack.StoredAsync(CountingPage.Name)).LastOrDefault().Value >= page,
            Long, $"page {page} is in the store", () => $"There are {stored.Count}.");
        return stored;
    }
}
