namespace Alys.Metrics.Tests;

public sealed class InfoTests
{
    private readonly MetricRegistry _registry = new();

    [Fact]
    public void Facts_are_labels_of_one_series_and_are_replaced_as_a_whole()
    {
        Info info = _registry.Info("test_build_info", "Tests.", "version", "commit");
        Assert.DoesNotContain("test_build_info", Page.Of(_registry), StringComparison.Ordinal);

        info.Set("1.0", "abc");
        info.Set("1.1", "def");

        Assert.Equal("test_build_info{version=\"1.1\",commit=\"def\"} 1", Page.Lines(_registry, "test_build_info"));
        info.Clear();
        Assert.DoesNotContain("test_build_info", Page.Of(_registry), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenMetrics_knows_it_as_info_and_text_as_a_gauge()
    {
        _registry.Info("test_build_info", "Tests.", "version").Set("1");

        Assert.Contains("# TYPE test_build_info gauge\n", Page.Of(_registry), StringComparison.Ordinal);
        Assert.Contains(
            "# TYPE test_build info\n", Page.Of(_registry, ExpositionFormat.OpenMetrics), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_fact_is_cut_without_splitting_a_character()
    {
        var registry = new MetricRegistry(new MetricRegistryOptions { LabelValueLength = 16 });

        registry.Info("test_build_info", "Tests.", "version").Set("123456789012345\U0001F600");

        Assert.Equal("test_build_info{version=\"123456789012345\"} 1", Page.Lines(registry, "test_build_info"));
    }

    [Fact]
    public void A_wrong_number_of_facts_is_refused() =>
        Assert.Throws<ArgumentException>(() => _registry.Info("test_build_info", "Tests.", "version").Set("1", "2"));
}
