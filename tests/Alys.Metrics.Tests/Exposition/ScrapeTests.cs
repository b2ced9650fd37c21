using System.Buffers;
using System.Globalization;
using System.Text;
using Alys.Metrics.Exposition;

namespace Alys.Metrics.Tests.Exposition;

public sealed class ScrapeTests
{
    private readonly MetricRegistry _registry = new();

    [Theory]
    [InlineData(ExpositionFormat.Text)]
    [InlineData(ExpositionFormat.OpenMetrics)]
    public void Written_in_small_pieces_the_page_is_the_same(ExpositionFormat format)
    {
        TextFamily<Counter> many = _registry.TextCounterFamily("many_total", "Tests.", null, "n");
        for (int i = 0; i < 500; i++) many.WithLabels(i.ToString(CultureInfo.InvariantCulture)).Add(i);
        _registry.Gauge("absent", "Tests.", initial: null);
        _registry.Histogram("zz_seconds", "Tests.", HistogramBounds.Of(1, 2)).Observe(1);
        var whole = new ArrayBufferWriter<byte>();
        _registry.Write(whole, format);

        var pieces = new ArrayBufferWriter<byte>();
        Scrape scrape = _registry.Scrape(format);
        int count = 1;
        while (scrape.WriteNext(pieces, 100)) count++;

        Assert.InRange(count, 100, 1_000);
        Assert.Equal(WithoutSelf(whole), WithoutSelf(pieces));
        Assert.Equal(pieces.WrittenCount, scrape.Written);
        Assert.False(scrape.WriteNext(pieces, 100));
    }

    [Fact]
    public void A_scrape_that_ended_is_counted_with_its_size_and_time()
    {
        string first = Page.Of(_registry);

        string second = Page.Of(_registry);

        Assert.Contains("alys_metrics_scrapes_total 1\n", second, StringComparison.Ordinal);
        Assert.Contains($"alys_metrics_scrape_size_bytes_sum {first.Length}\n", second, StringComparison.Ordinal);
        Assert.Contains("alys_metrics_scrape_duration_seconds_count 1\n", second, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_made_meanwhile_is_on_the_next_page()
    {
        Scrape scrape = _registry.Scrape(ExpositionFormat.Text);
        var page = new ArrayBufferWriter<byte>();
        scrape.WriteNext(page, 10);

        _registry.Counter("late_total", "Tests.");
        while (scrape.WriteNext(page, 10))
        {
        }

        Assert.DoesNotContain("late_total", Encoding.UTF8.GetString(page.WrittenSpan), StringComparison.Ordinal);
        Assert.Equal("0", Page.Value(_registry, "late_total"));
    }

    private static string WithoutSelf(ArrayBufferWriter<byte> page) => string.Join('\n', Encoding.UTF8
        .GetString(page.WrittenSpan).Split('\n')
        .Where(line => !line.Contains("alys_metrics_", StringComparison.Ordinal)));
}
