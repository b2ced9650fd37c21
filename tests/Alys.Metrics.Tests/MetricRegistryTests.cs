namespace Alys.Metrics.Tests;

public sealed class MetricRegistryTests
{
    private readonly MetricRegistry _registry = new();

    private enum Kind
    {
        A,
        B,
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("1st_total", "no digit first")]
    [InlineData("with-dash_total", "letters, digits and '_'")]
    [InlineData("rule:total_total", "letters, digits and '_'")]
    [InlineData("naïve_total", "letters, digits and '_'")]
    [InlineData("no_suffix", "must end in '_total'")]
    [InlineData("_total", "must end in '_total'")]
    public void A_bad_name_is_refused_with_a_sentence_that_says_which(string name, string says)
    {
        var error = Assert.Throws<ArgumentException>(() => _registry.Counter(name, "Tests."));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("le")]
    [InlineData("quantile")]
    [InlineData("job")]
    [InlineData("instance")]
    [InlineData("__name__")]
    [InlineData("with-dash")]
    [InlineData("")]
    public void A_reserved_or_bad_label_is_refused(string label)
    {
        Assert.Throws<ArgumentException>(() => _registry.CounterFamily<Kind>("a_total", "Tests.", label));
        Assert.Throws<ArgumentException>(() => _registry.TextCounterFamily("b_total", "Tests.", null, label));
        Assert.Throws<ArgumentException>(() => _registry.Info("c_info", "Tests.", label));
    }

    [Fact]
    public void An_inherited_counter_is_only_for_names_that_do_not_end_as_counters_do()
    {
        Assert.Throws<ArgumentException>(
            () => _registry.InheritedCounterFamily<DayOfWeek>("new_total", "Tests.", "day"));

        _registry.InheritedCounterFamily<DayOfWeek>("old_totals", "Tests.", "day")[DayOfWeek.Friday].Add(2);

        Assert.Equal("2", Page.Value(_registry, "old_totals{day=\"friday\"}"));
        Assert.Contains(
            "# TYPE old_totals unknown\n", Page.Of(_registry, ExpositionFormat.OpenMetrics), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_given_twice_is_refused() => Assert.Throws<ArgumentException>(
        () => _registry.CounterFamily<Kind, Kind>("a_total", "Tests.", "kind", "kind"));

    [Fact]
    public void A_metric_without_help_is_refused() =>
        Assert.Throws<ArgumentException>(() => _registry.Counter("a_total", " "));

    [Fact]
    public void A_name_that_is_taken_or_would_clash_is_refused_and_says_with_what()
    {
        _registry.Counter("a_total", "Tests.");
        _registry.Histogram("b_seconds", "Tests.", HistogramBounds.Of(1));
        _registry.Gauge("c", "Tests.");

        AssertRefused("already a metric 'a_total'", () => _registry.Counter("a_total", "Tests."));
        AssertRefused("'a_total'", () => _registry.Gauge("a_created", "Tests."));
        AssertRefused("'a_total'", () => _registry.Gauge("a", "Tests."));
        AssertRefused("'b_seconds'", () => _registry.Gauge("b_seconds_count", "Tests."));
        AssertRefused("'b_seconds_sum' clashes", () => _registry.Gauge("b_seconds_sum", "Tests."));
        AssertRefused("'c'", () => _registry.Counter("c_total", "Tests."));
        AssertRefused("'c'", () => _registry.Info("c_info", "Tests.", "version"));
    }

    [Fact]
    public void A_metric_that_was_refused_leaves_nothing_behind()
    {
        Assert.Throws<ArgumentException>(() => _registry.CounterFamily<Kind>("a_total", "Tests.", "le"));

        _registry.CounterFamily<Kind>("a_total", "Tests.", "kind");

        Assert.Equal("0", Page.Value(_registry, "a_total{kind=\"b\"}"));
    }

    [Fact]
    public void A_closed_family_for_which_there_is_no_room_is_refused_at_the_start()
    {
        var registry = new MetricRegistry(new MetricRegistryOptions { SeriesLimit = 200 });

        AssertRefused("raise SeriesLimit", () => registry.HistogramFamily<Kind>(
            "a_seconds", "Tests.", "kind", HistogramBounds.Of([.. Enumerable.Range(1, 100).Select(i => (double)i)])));
    }

    [Fact]
    public void A_limit_that_leaves_no_room_for_anything_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new MetricRegistry(new MetricRegistryOptions { SeriesLimit = 10 }));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new MetricRegistry(new MetricRegistryOptions { CallbackPatience = TimeSpan.Zero }));
        Assert.Throws<ArgumentException>(
            () => _registry.TextCounterFamily("a_total", "Tests.", new TextFamilyOptions { Limit = 0 }, "a"));
    }

    [Fact]
    public void Families_stand_in_the_order_of_their_names_with_one_metadata_block_each()
    {
        _registry.Counter("z_total", "Last \\ \"help\"\nsecond line.");
        _registry.Gauge("a_bytes", "First.");

        string text = Page.Of(_registry);
        string openMetrics = Page.Of(_registry, ExpositionFormat.OpenMetrics);

        Assert.StartsWith("# HELP a_bytes First.\n# TYPE a_bytes gauge\na_bytes 0\n", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "# HELP z_total Last \\\\ \"help\"\\nsecond line.\n# TYPE z_total counter\nz_total 0\n",
            text, StringComparison.Ordinal);
        Assert.StartsWith(
            "# TYPE a_bytes gauge\n# UNIT a_bytes bytes\n# HELP a_bytes First.\na_bytes 0\n",
            openMetrics, StringComparison.Ordinal);
        Assert.EndsWith(
            "# TYPE z counter\n# HELP z Last \\\\ \\\"help\\\"\\nsecond line.\nz_total 0\n# EOF\n",
            openMetrics, StringComparison.Ordinal);
    }

    [Fact]
    public void Observables_are_asked_at_each_scrape_and_null_is_absent()
    {
        double? value = 1.5;
        _registry.ObservableGauge("a_bytes", "Tests.", () => value);
        _registry.ObservableCounter("b_total", "Tests.", () => value);
        _registry.ObservableGaugeFamily<Kind>("c", "Tests.", "kind", kind => kind == Kind.A ? value : null);
        _registry.ObservableCounterFamily<Kind>("d_total", "Tests.", "kind", kind => kind == Kind.B ? -1 : value);

        Assert.Equal("a_bytes 1.5", Page.Lines(_registry, "a_bytes"));
        Assert.Equal("b_total 1.5", Page.Lines(_registry, "b_total"));
        Assert.Equal("c{kind=\"a\"} 1.5", Page.Lines(_registry, "c{"));
        Assert.Equal("d_total{kind=\"a\"} 1.5", Page.Lines(_registry, "d_total{"));
        value = null;
        Assert.Equal("", Page.Lines(_registry, "a_bytes"));
    }

    [Fact]
    public void A_callback_that_throws_costs_its_own_family_and_is_counted()
    {
        _registry.ObservableGaugeFamily<Kind>(
            "a", "Tests.", "kind", kind => kind == Kind.A ? 1 : throw new InvalidOperationException());
        _registry.Gauge("b", "Tests.");

        string page = Page.Of(_registry);

        Assert.DoesNotContain("\na{", page, StringComparison.Ordinal);
        Assert.Contains("\nb 0\n", page, StringComparison.Ordinal);
        Assert.Equal("2", Page.Value(_registry, "alys_metrics_callback_failures_total{family=\"a\"}"));
    }

    [Fact]
    public void Names_that_are_refused_again_and_again_use_up_no_series()
    {
        _registry.Gauge("g", "Tests.");

        for (int i = 0; i < 3_000; i++)
        {
            AssertRefused("already a metric", () => _registry.TextHistogramFamily(
                "g", "Tests.", HistogramBounds.Of(1, 2, 3), null, "a"));
        }

        Assert.Null(Page.Value(_registry, "alys_metrics_series_refused_total{family=\"g\"}"));
        _registry.TextCounterFamily("h_total", "Tests.", null, "a").WithLabels("x").Increment();
        Assert.Equal("1", Page.Value(_registry, "h_total{a=\"x\"}"));
    }

    [Fact]
    public void It_says_of_itself_how_many_series_it_has_and_may_have()
    {
        string page = Page.Of(_registry);

        int samples = page.Split('\n').Count(line => line.Length > 0 && line[0] != '#');
        Assert.Equal($"{samples}", Page.Value(_registry, "alys_metrics_series"));
        Assert.Equal("10000", Page.Value(_registry, "alys_metrics_series_limit"));
    }

    [Theory]
    [InlineData("b_total", "b_total")]
    [InlineData("b", "b_total")]
    [InlineData("d_seconds_bucket", "d_seconds")]
    [InlineData("d_seconds_sum", "d_seconds")]
    [InlineData("d_seconds_count", "d_seconds")]
    [InlineData("d_seconds", "d_seconds")]
    [InlineData("a", "a")]
    [InlineData("c", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("nothing", "")]
    public void A_scrape_of_a_name_has_the_one_family_that_has_it_or_nothing(string? name, string family)
    {
        RegisterFour();

        Assert.Equal(family, Families(ExpositionFormat.Text, name));
    }

    [Fact]
    public void A_scrape_of_several_names_has_their_families_once_in_the_order_of_the_page()
    {
        RegisterFour();

        string families = Families(
            ExpositionFormat.Text, "d_seconds_sum", "alys_metrics_series", "b_total", "nothing", "a", "b", "d_seconds");

        Assert.Equal("a alys_metrics_series b_total d_seconds", families);
        Assert.Equal("a b", Families(ExpositionFormat.OpenMetrics, "b_total", "a"));
    }

    [Fact]
    public void A_scrape_of_nothing_known_is_an_empty_page_with_its_end_in_OpenMetrics()
    {
        Assert.Equal("", Page.Of(_registry.Scrape(ExpositionFormat.Text, ["nothing"])));
        Assert.Equal("# EOF\n", Page.Of(_registry.Scrape(ExpositionFormat.OpenMetrics, [])));
    }

    [Fact]
    public void A_scrape_of_some_names_asks_no_other_callback()
    {
        int asked = 0;
        _registry.ObservableGauge("a", "Tests.", () => 1);
        _registry.ObservableGauge("b", "Tests.", () => ++asked);

        Assert.Equal("a", Families(ExpositionFormat.Text, "a"));
        Assert.Equal(0, asked);
    }

    private void RegisterFour()
    {
        _registry.Gauge("a", "Tests.");
        _registry.Counter("b_total", "Tests.");
        _registry.Gauge("c", "Tests.", initial: null);
        _registry.Histogram("d_seconds", "Tests.", HistogramBounds.Of(1));
    }

    /// <summary>The families of a page of some names, as its TYPE lines say them.</summary>
    private string Families(ExpositionFormat format, params string?[] names) => string.Join(
        ' ', Page.Of(_registry.Scrape(format, names)).Split('\n')
            .Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[2]));

    private static void AssertRefused(string says, Func<object> create) => Assert.Contains(
        says, Assert.Throws<ArgumentException>(create).Message, StringComparison.Ordinal);
}
