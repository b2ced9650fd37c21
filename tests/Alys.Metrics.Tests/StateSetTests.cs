namespace Alys.Metrics.Tests;

public sealed class StateSetTests
{
    private readonly MetricRegistry _registry = new();

    private enum Mode
    {
        LegacyOnly,
        Shadow,
    }

    [Fact]
    public void The_current_state_is_1_and_the_others_are_0()
    {
        StateSet<Mode> mode = _registry.StateSet<Mode>("test_mode", "Tests.");
        Assert.DoesNotContain("test_mode", Page.Of(_registry), StringComparison.Ordinal);

        mode.Set(Mode.Shadow);

        Assert.Equal(
            """
            test_mode{test_mode="legacy_only"} 0
            test_mode{test_mode="shadow"} 1
            """,
            Page.Lines(_registry, "test_mode"));
        string openMetrics = Page.Of(_registry, ExpositionFormat.OpenMetrics);
        Assert.Contains("# TYPE test_mode stateset\n", openMetrics, StringComparison.Ordinal);
    }

    [Fact]
    public void No_state_and_an_unknown_one_leave_the_page()
    {
        StateSet<Mode> mode = _registry.StateSet<Mode>("test_mode", "Tests.");

        mode.Set(Mode.Shadow);
        mode.Clear();
        Assert.DoesNotContain("test_mode", Page.Of(_registry), StringComparison.Ordinal);

        mode.Set((Mode)99);
        Assert.DoesNotContain("test_mode", Page.Of(_registry), StringComparison.Ordinal);
    }
}
