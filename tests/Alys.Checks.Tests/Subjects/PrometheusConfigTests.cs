using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Subjects;

public sealed class PrometheusConfigTests
{
    [Theory]
    [InlineData("global: {scrape_interval: 15s}\n", 15)]
    [InlineData("global: {scrape_interval: often}\n", 60)]
    [InlineData("global: {}\n", 60)]
    [InlineData("", 60)]
    public void The_interval_is_a_minute_when_it_is_not_said(string global, int seconds)
    {
        PrometheusConfig config = Assert.Single(
            Given.Subject("p.yml", $"{global}scrape_configs: [{{job_name: a}}]\n").PrometheusConfigs);
        Assert.Equal(TimeSpan.FromSeconds(seconds), config.ScrapeInterval);
        Assert.Equal("a", Assert.Single(config.Jobs).Text("job_name"));
    }
}
