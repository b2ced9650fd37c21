using Alys.Checks.Scraping;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Scraping;

public sealed class JobNamesTests
{
    [Fact]
    public void Jobs_have_a_name_and_their_targets_may_have_another()
    {
        JobNames names = JobNames.Of(Given.Subject(
            new SourceFile(
                "p.yml", "scrape_configs: [{job_name: a, static_configs: [{targets: [x], labels: {job: b}}]}]"),
            new SourceFile("t.yml", "- {targets: [y], labels: {job: c}}")));
        Assert.Equal(["a", "b", "c"], names.Names);
        Assert.False(names.IsOpen || names.IsHonored);
    }

    [Theory]
    [InlineData("relabel_configs: [{source_labels: [a], target_label: job}]", true, false)]
    [InlineData("metric_relabel_configs: [{target_label: job, replacement: b}]", true, false)]
    [InlineData("relabel_configs: [{source_labels: [a], target_label: $1}]", true, false)]
    [InlineData("relabel_configs: [{source_labels: [a], target_label: region}]", false, false)]
    [InlineData("honor_labels: true", false, true)]
    public void Others_may_be_made_or_brought(string job, bool isOpen, bool isHonored)
    {
        JobNames names = JobNames.Of(Given.Subject("p.yml", $"scrape_configs: [{{job_name: a, {job}}}]"));
        Assert.Equal((isOpen, isHonored), (names.IsOpen, names.IsHonored));
    }

    [Fact]
    public void Or_stand_in_files_that_are_not_seen() => Assert.True(JobNames.Of(
        Given.Subject("p.yml", "scrape_config_files: [a.yml]\nscrape_configs: [{job_name: a}]")).IsOpen);
}
