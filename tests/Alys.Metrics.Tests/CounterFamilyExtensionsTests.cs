namespace Alys.Metrics.Tests;

public sealed class CounterFamilyExtensionsTests
{
    private readonly MetricRegistry _registry = new();

    public enum Small : byte
    {
        A,
        B,
        C,
    }

    public enum Wide : long
    {
        X,
        Y,
    }

    [Fact]
    public void Every_child_of_a_family_of_one_label_is_reached()
    {
        EnumFamily<Counter, Small> family = _registry.CounterFamily<Small>("test_total", "Tests.", "a");

        foreach (Small a in Enum.GetValues<Small>()) family.Add(a, 1 + (int)a);
        family.Increment(Small.B);

        foreach (Small a in Enum.GetValues<Small>())
            Assert.Equal(1 + (int)a + (a == Small.B ? 1 : 0), family[a].Value);
    }

    [Fact]
    public void Every_child_of_a_family_of_two_labels_is_reached()
    {
        EnumFamily<Counter, Small, Wide> family =
            _registry.CounterFamily<Small, Wide>("test_total", "Tests.", "a", "b");

        foreach ((Small a, Wide b) in Pairs()) family.Add(a, b, Number(a, b));
        family.Increment(Small.C, Wide.Y);

        foreach ((Small a, Wide b) in Pairs())
            Assert.Equal(Number(a, b) + (a == Small.C && b == Wide.Y ? 1 : 0), family[a, b].Value);
    }

    [Fact]
    public void Every_child_of_a_family_of_three_labels_is_reached()
    {
        EnumFamily<Counter, Small, Wide, DayOfWeek> family =
            _registry.CounterFamily<Small, Wide, DayOfWeek>("test_total", "Tests.", "a", "b", "c");

        foreach ((Small a, Wide b) in Pairs())
        {
            foreach (DayOfWeek c in Enum.GetValues<DayOfWeek>()) family.Add(a, b, c, Number(a, b) * 10 + (int)c);
        }

        family.Increment(Small.A, Wide.X, DayOfWeek.Sunday);
        foreach ((Small a, Wide b) in Pairs())
        {
            foreach (DayOfWeek c in Enum.GetValues<DayOfWeek>())
            {
                bool first = a == Small.A && b == Wide.X && c == DayOfWeek.Sunday;
                Assert.Equal(Number(a, b) * 10 + (int)c + (first ? 1 : 0), family[a, b, c].Value);
            }
        }
    }

    [Fact]
    public void A_number_that_is_no_member_reaches_no_child_and_is_counted()
    {
        EnumFamily<Counter, Small> one = _registry.CounterFamily<Small>("one_total", "Tests.", "a");
        EnumFamily<Counter, Small, Wide> two = _registry.CounterFamily<Small, Wide>("two_total", "Tests.", "a", "b");
        EnumFamily<Counter, Small, Wide, DayOfWeek> three =
            _registry.CounterFamily<Small, Wide, DayOfWeek>("three_total", "Tests.", "a", "b", "c");

        one.Increment((Small)3);
        one.Increment((Small)255);
        two.Increment(Small.A, (Wide)2);
        two.Increment(Small.A, (Wide)(-1));
        two.Increment((Small)3, Wide.X);
        two.Increment(Small.A, (Wide)long.MaxValue);
        three.Increment(Small.A, Wide.X, (DayOfWeek)7);
        three.Increment(Small.A, Wide.X, (DayOfWeek)(-1));
        three.Increment((Small)3, Wide.X, DayOfWeek.Sunday);
        three.Increment((Small)200, Wide.Y, DayOfWeek.Saturday);

        Assert.All(Lines("one_total", "two_total", "three_total"), line =>
            Assert.EndsWith(" 0", line, StringComparison.Ordinal));
        Assert.Equal("10", Page.Value(
            _registry, "alys_metrics_observations_dropped_total{reason=\"unknown_label\"}"));
    }

    [Fact]
    public void An_amount_that_a_counter_refuses_is_refused()
    {
        EnumFamily<Counter, Small> family = _registry.CounterFamily<Small>("test_total", "Tests.", "a");

        family.Add(Small.A, -1);
        family.Add(Small.A, Counter.MostAtOnce + 1);

        Assert.Equal(0, family[Small.A].Value);
        Assert.Equal("1", Page.Value(_registry, "alys_metrics_observations_dropped_total{reason=\"negative\"}"));
        Assert.Equal("1", Page.Value(_registry, "alys_metrics_observations_dropped_total{reason=\"too_large\"}"));
    }

    [Fact]
    public void A_family_larger_than_a_block_of_cells_counts_each_child_apart()
    {
        EnumFamily<Counter, Key, DayOfWeek, DayOfWeek> family =
            _registry.CounterFamily<Key, DayOfWeek, DayOfWeek>("test_total", "Tests.", "a", "b", "c");
        Counter neighbour = _registry.Counter("neighbour_total", "Tests.");

        foreach (Key a in Enum.GetValues<Key>())
        {
            foreach (DayOfWeek b in Enum.GetValues<DayOfWeek>())
            {
                foreach (DayOfWeek c in Enum.GetValues<DayOfWeek>()) family.Increment(a, b, c);
            }
        }

        Assert.All(Lines("test_total"), line => Assert.EndsWith(" 1", line, StringComparison.Ordinal));
        Assert.Equal(10 * 7 * 7, Lines("test_total").Length);
        Assert.Equal(0, neighbour.Value);
    }

    private static IEnumerable<(Small A, Wide B)> Pairs() =>
        from a in Enum.GetValues<Small>() from b in Enum.GetValues<Wide>() select (a, b);

    private static int Number(Small a, Wide b) => 100 + (int)a * 10 + (int)b;

    private string[] Lines(params string[] families) =>
        [.. families.SelectMany(family => Page.Lines(_registry, family + "{").Split('\n'))];

    public enum Key
    {
        K0, K1, K2, K3, K4, K5, K6, K7, K8, K9,
    }
}
