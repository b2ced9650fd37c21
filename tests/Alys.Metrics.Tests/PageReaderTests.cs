using System.Text;
using Alys.Metrics.Tests.Reading;

namespace Alys.Metrics.Tests;

/// <summary>The strict reader is strict: without that, what it reads back would prove little.</summary>
public sealed class PageReaderTests
{
    private const string Gauge = "# HELP a x\n# TYPE a gauge\n";
    private const string OpenGauge = "# TYPE a gauge\n# HELP a x\n";
    private const string Histogram = "# HELP h x\n# TYPE h histogram\n";
    private const string OpenHistogram = "# TYPE h histogram\n# HELP h x\n";

    [Theory]
    [InlineData(Gauge + "a 1")]
    [InlineData(Gauge + "a  1\n")]
    [InlineData(Gauge + "a 1 \n")]
    [InlineData(Gauge + "a 1\n\n")]
    [InlineData(Gauge + "a inf\n")]
    [InlineData(Gauge + "a 1,5\n")]
    [InlineData(Gauge + "a\n")]
    [InlineData(Gauge + "b 1\n")]
    [InlineData(Gauge + "a{x=\"1\",x=\"2\"} 1\n")]
    [InlineData(Gauge + "a{x=\"1\",} 1\n")]
    [InlineData(Gauge + "a{x=\"\"1\"} 1\n")]
    [InlineData(Gauge + "a{x=\"\\t\"} 1\n")]
    [InlineData(Gauge + "a{x=\"1\\\"} 1\n")]
    [InlineData(Gauge + "a{1=\"1\"} 1\n")]
    [InlineData(Gauge + "a 1\na 1\n")]
    [InlineData(Gauge + "a{x=\"1\",y=\"2\"} 1\na{y=\"2\",x=\"1\"} 1\n")]
    [InlineData(Gauge + Gauge + "a 1\n")]
    [InlineData(Gauge)]
    [InlineData("# TYPE a gauge\na 1\n")]
    [InlineData("# HELP a x\na 1\n")]
    [InlineData("# HELP a x\\\"\n# TYPE a gauge\na 1\n")]
    [InlineData("# HELP a x\n# TYPE a info\na 1\n")]
    [InlineData("# HELP a x\n# TYPE a counter\na -1\n")]
    [InlineData(Gauge + "a 1\n# HELP b x\n# TYPE b gauge\nb 1\n# TYPE a gauge\n")]
    [InlineData(Histogram + "h_bucket{le=\"1\"} 2\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n")]
    [InlineData(Histogram + "h_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 2\n")]
    [InlineData(
        Histogram + "h_bucket{le=\"2\"} 1\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n")]
    [InlineData(Histogram + "h_bucket{le=\"1.0\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n")]
    [InlineData(Histogram + "h_bucket{le=\"1e+5\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n")]
    [InlineData(Histogram + "h_bucket{le=\"1\"} 1\nh_sum 1\nh_count 1\n")]
    public void A_broken_page_of_the_text_format_is_refused(string page) => AssertRefused(page, ExpositionFormat.Text);

    [Theory]
    [InlineData(OpenGauge + "a 1\n")]
    [InlineData(OpenGauge + "a 1\n# EOF")]
    [InlineData(OpenGauge + "a 1\n# EOF\n# EOF\n")]
    [InlineData("# TYPE a gauge\n# UNIT a seconds\n# HELP a x\na 1\n# EOF\n")]
    [InlineData("# TYPE a counter\n# HELP a x\na 1\n# EOF\n")]
    [InlineData("# TYPE a counter\n# HELP a x\na_total NaN\n# EOF\n")]
    [InlineData("# TYPE a info\n# HELP a x\na_info{b=\"c\"} 2\n# EOF\n")]
    [InlineData("# TYPE a stateset\n# HELP a x\na{b=\"c\"} 1\n# EOF\n")]
    [InlineData(
        "# TYPE a counter\n# HELP a x\na_total 1\n# TYPE a_total gauge\n# HELP a_total x\na_total 1\n# EOF\n")]
    [InlineData(OpenHistogram + "h_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n# EOF\n")]
    public void A_broken_page_of_OpenMetrics_is_refused(string page) =>
        AssertRefused(page, ExpositionFormat.OpenMetrics);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Throws<PageFormatException>(() => PageReader.Read(
        [.. Encoding.UTF8.GetBytes(Gauge + "a{x=\""), 0xC3, .. "\"} 1\n"u8], ExpositionFormat.Text));

    [Fact]
    public void A_page_is_read_as_it_stands()
    {
        const string page =
            "# TYPE a gauge\n# HELP a \\\\ \\\" \\n\na{x=\"\\\\ \\\" \\n\",y=\"\"} 1.5e-3\na NaN\n# EOF\n";

        ReadFamily family = Assert.Single(PageReader.Read(Encoding.UTF8.GetBytes(page), ExpositionFormat.OpenMetrics));

        Assert.Equal(("a", "gauge", "\\ \" \n"), (family.Name, family.Type, family.Help));
        Assert.Equal([("x", "\\ \" \n"), ("y", "")], family.Samples[0].Labels);
        Assert.Equal([1.5e-3, double.NaN], family.Samples.Select(sample => sample.Value));
    }

    private static void AssertRefused(string page, ExpositionFormat format) =>
        Assert.Throws<PageFormatException>(() => PageReader.Read(Encoding.UTF8.GetBytes(page), format));
}
