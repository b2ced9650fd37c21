using Alys.Metrics.Bench.Scrapes;

namespace Alys.Metrics.Bench.Nodes;

/// <summary>Reads the page of a node again and again, as a Prometheus with an interval of 5 s does.</summary>
internal sealed class NodeScraper : IAsyncDisposable
{
    /// <summary>First scrapes, one after the other: the JIT compiles code anew that was called so often.</summary>
    private const int Warm = 40;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ScrapeClient _client;
    private readonly PeriodicTimer _timer = new(Interval);
    private readonly Task _loop;

    /// <param name="page">Of a node.</param>
    public NodeScraper(Uri page)
    {
        _client = new ScrapeClient(page, ScrapeRequest.Gzip);
        for (int i = 0; i < Warm; i++) PageBytes = _client.Scrape();
        _loop = Task.Run(ScrapeAsync);
    }

    /// <summary>Length of the newest page, compressed.</summary>
    public long PageBytes { get; private set; }

    /// <summary>Ends it; throws what went wrong meanwhile, as a node that nobody scrapes must not count.</summary>
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        try
        {
            await _loop;
        }
        finally
        {
            _client.Dispose();
        }
    }

    private async Task ScrapeAsync()
    {
        while (await _timer.WaitForNextTickAsync()) PageBytes = _client.Scrape();
    }
}
