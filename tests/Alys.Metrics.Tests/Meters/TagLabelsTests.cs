using Alys.Metrics.Meters;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Tests.Meters;

public sealed class TagLabelsTests
{
    [Fact]
    public void The_order_of_tags_makes_no_difference() => Assert.Equal(
        Rendered(new("a", 1), new("b", "x")),
        Rendered(new("b", "x"), new("a", 1)));

    [Fact]
    public void Tags_that_become_one_label_are_joined_in_the_order_of_their_keys() =>
        Assert.Equal("a_b=dot;score", Rendered(new("a_b", "score"), new("a.b", "dot")));

    [Fact]
    public void A_tag_without_a_value_is_no_label() =>
        Assert.Equal("c=1", Rendered(new("a", null), new("b", ""), new("c", 1)));

    [Fact]
    public void A_copy_leaves_the_original_as_it_is()
    {
        var labels = new TagLabels(MetricType.Counter);
        labels.Add(new("a", "1"));

        TagLabels copy = labels.Copy();
        copy.Add(new("b", "long value"));

        Assert.Equal(["a"], labels.Render().Names);
        Assert.Equal(["a", "b"], copy.Render().Names);
        Assert.Equal(1, labels.LongestValue);
        Assert.Equal(10, copy.LongestValue);
    }

    private static string Rendered(params KeyValuePair<string, object?>[] tags)
    {
        var labels = new TagLabels(MetricType.Counter);
        foreach (KeyValuePair<string, object?> tag in tags) labels.Add(tag);
        (string[] names, string[] values) = labels.Render();
        return string.Join(' ', names.Zip(values, (name, value) => $"{name}={value}"));
    }
}
