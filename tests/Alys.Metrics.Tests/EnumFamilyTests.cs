namespace Alys.Metrics.Tests;

public sealed class EnumFamilyTests
{
    private readonly MetricRegistry _registry = new();

    private enum Phase
    {
        Foundation,
        ActorCore,
    }

    private enum Kind : byte
    {
        Timeout,
        Storage,
        System,
    }

    [Fact]
    public void Every_child_exists_at_0_from_the_start()
    {
        _registry.CounterFamily<Phase, Kind>("test_errors_total", "Tests.", "phase", "kind");

        Assert.Equal(
            """
            test_errors_total{phase="foundation",kind="timeout"} 0
            test_errors_total{phase="foundation",kind="storage"} 0
            test_errors_total{phase="foundation",kind="system"} 0
            test_errors_total{phase="actor_core",kind="timeout"} 0
            test_errors_total{phase="actor_core",kind="storage"} 0
            test_errors_total{phase="actor_core",kind="system"} 0
            """,
            Page.Lines(_registry, "test_errors_total"));
    }

    [Fact]
    public void Each_combination_of_three_labels_is_its_own_child()
    {
        EnumFamily<Counter, Phase, Kind, Phase> family =
            _registry.CounterFamily<Phase, Kind, Phase>("test_errors_total", "Tests.", "from", "kind", "to");

        int amount = 1;
        foreach (Phase from in Enum.GetValues<Phase>())
        {
            foreach (Kind kind in Enum.GetValues<Kind>())
            {
                foreach (Phase to in Enum.GetValues<Phase>()) family[from, kind, to].Add(amount++);
            }
        }

        Assert.Equal("1", Page.Value(_registry, Series("foundation", "timeout", "foundation")));
        Assert.Equal("4", Page.Value(_registry, Series("foundation", "storage", "actor_core")));
        Assert.Equal("12", Page.Value(_registry, Series("actor_core", "system", "actor_core")));
    }

    [Fact]
    public void A_number_outside_the_enum_is_dropped_and_counted_and_spoils_no_child()
    {
        EnumFamily<Counter, Phase, Kind> family =
            _registry.CounterFamily<Phase, Kind>("test_errors_total", "Tests.", "phase", "kind");

        family[(Phase)(-1), Kind.System].Add(5);
        family[Phase.Foundation, (Kind)3].Add(5);
        family[(Phase)2, Kind.Timeout].Add(5);
        family[(Phase)0x5555_5556, Kind.Timeout].Add(5); // times three kinds it would wrap to the index 2

        Assert.DoesNotContain(" 5", Page.Lines(_registry, "test_errors_total"), StringComparison.Ordinal);
        Assert.Equal("4", Page.Value(_registry, "alys_metrics_observations_dropped_total{reason=\"unknown_label\"}"));
    }

    [Fact]
    public void Gauges_histograms_and_up_down_counters_have_families_too()
    {
        _registry.GaugeFamily<Phase>("test_progress", "Tests.", "phase")[Phase.ActorCore].Set(50);
        _registry.GaugeFamily<Phase, Kind>("test_absent", "Tests.", "phase", "kind", initial: null)[
            Phase.ActorCore, Kind.Storage].Set(3);
        _registry.UpDownCounterFamily<Phase>("test_size", "Tests.", "phase")[Phase.ActorCore].Add(-2);
        _registry.HistogramFamily<Phase, Kind>(
            "test_seconds", "Tests.", "phase", "kind", HistogramBounds.Of(1))[Phase.ActorCore, Kind.System].Observe(2);

        Assert.Equal("50", Page.Value(_registry, "test_progress{phase=\"actor_core\"}"));
        Assert.Equal(
            "test_absent{phase=\"actor_core\",kind=\"storage\"} 3", Page.Lines(_registry, "test_absent"));
        Assert.Equal("-2", Page.Value(_registry, "test_size{phase=\"actor_core\"}"));
        Assert.Equal(
            "1", Page.Value(_registry, "test_seconds_bucket{phase=\"actor_core\",kind=\"system\",le=\"+Inf\"}"));
    }

    private static string Series(string from, string kind, string to) =>
        $"test_errors_total{{from=\"{from}\",kind=\"{kind}\",to=\"{to}\"}}";
}
