using System.Globalization;
using Alys.Metrics.Tests.Soak;

namespace Alys.Metrics.Tests;

/// <summary>
/// Writers, threads that come and go, removers, registrars and scrapers at once, for 3 seconds or as long as
/// <c>ALYS_SOAK_SECONDS</c> says. What every page must keep is checked by whoever scrapes; what was written is compared
/// in the end.
/// </summary>
public sealed class SoakTests
{
    private const double DefaultSeconds = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static TimeSpan Duration { get; } = TimeSpan.FromSeconds(
        double.TryParse(
            Environment.GetEnvironmentVariable("ALYS_SOAK_SECONDS"), CultureInfo.InvariantCulture, out double seconds)
            ? seconds
            : DefaultSeconds);

    [Fact]
    public void Nothing_is_lost_and_no_page_is_wrong_while_all_happens_at_once()
    {
        using var load = new SoakLoad();
        var whole = new SoakScraper(load.Registry, names: []);
        SoakScraper[] others =
        [
            new(load.Registry, "soak_bound_total", "soak_seconds"),
            new(load.Registry, "soak_outcomes_total", "soak_up"),
        ];

        load.Run(Duration, [whole.Scrape, .. others.Select<SoakScraper, Action>(scraper => scraper.Scrape)]);

        Assert.True(whole.Pages > 3 && others.All(scraper => scraper.Pages > 3), "too few pages were read");
        Assert.True(load.PeerAdditions > 1_000 && load.Removed > 10, "too little happened");
        whole.Scrape();
        Assert.Equal(load.Bound, whole.Latest("soak_bound_total"));
        Assert.Equal(load.Observed, whole.Latest("soak_seconds_count"));
        Assert.Equal(load.Outcomes, whole.SumOf("soak_outcomes_total"));
        Assert.Equal(0, whole.Latest("soak_up"));
        Assert.Equal(load.Registered, whole.CountOf("soak_registered_"));
        UntilPeersAreExact(load, whole);
        Assert.InRange(whole.Increase("soak_guests_total"), 1, load.GuestAdditions);
        Assert.Equal(whole.Latest("alys_metrics_series"), whole.Size);
    }

    /// <summary>What was written to a child that had just been removed comes back with one of the next
    /// scrapes.</summary>
    private static void UntilPeersAreExact(SoakLoad load, SoakScraper scraper)
    {
        long started = TimeProvider.System.GetTimestamp();
        while (scraper.Increase("soak_peers_total") < load.PeerAdditions
            && TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            scraper.Scrape();
        }

        Assert.Equal(load.PeerAdditions, scraper.Increase("soak_peers_total"));
    }
}
