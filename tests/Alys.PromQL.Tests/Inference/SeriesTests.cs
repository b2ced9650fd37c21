using Alys.PromQL.Inference;

namespace Alys.PromQL.Tests.Inference;

public sealed class SeriesTests
{
    private static readonly MetricSchema Schema = new(
    [
        new MetricFamily { Name = "h_seconds", Kind = MetricKind.Histogram },
        new MetricFamily { Name = "s_bytes", Kind = MetricKind.Summary },
        new MetricFamily { Name = "item_count", Kind = MetricKind.Gauge },
    ]);

    [Theory]
    [InlineData("h_seconds_bucket", "h_seconds", SeriesRole.Bucket)]
    [InlineData("h_seconds_sum", "h_seconds", SeriesRole.Sum)]
    [InlineData("h_seconds_count", "h_seconds", SeriesRole.Count)]
    [InlineData("h_seconds", "h_seconds", SeriesRole.Value)]
    [InlineData("s_bytes", "s_bytes", SeriesRole.Quantile)]
    [InlineData("s_bytes_count", "s_bytes", SeriesRole.Count)]
    [InlineData("item_count", "item_count", SeriesRole.Value)]
    public void A_name_leads_to_its_metric(string name, string family, SeriesRole role) =>
        Assert.Equal(
            (family, role), Series.Find(Schema, name) is { } found ? (found.Family.Name, found.Role) : default);

    [Theory]
    [InlineData("s_bytes_bucket")]
    [InlineData("item_count_sum")]
    [InlineData("item")]
    public void Another_leads_nowhere(string name) => Assert.Null(Series.Find(Schema, name));
}
