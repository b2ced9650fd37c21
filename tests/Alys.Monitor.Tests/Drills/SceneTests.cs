using Alys.Monitor.Drills;

namespace Alys.Monitor.Tests.Drills;

public sealed class SceneTests
{
    private static readonly Scene Whole = new("whole", 20)
    {
        Nodes = [new("a"), new("b") { ComparesWith = "c" }, new("c"), new("d") { IsAlwaysThere = true }],
        Drills =
        [
            new Drill(Troubles.Fault("a", "x"), new ExpectedAlert("One"), new ExpectedAlert("Two")),
            new Drill(Troubles.Fault("b", "y"), new ExpectedAlert("Three")),
            new Drill(Troubles.FaultOfAll("z"), new ExpectedAlert("All")),
        ],
    };

    [Theory]
    [InlineData("Two", "a", "d")]
    [InlineData("Three", "b", "c", "d")]
    [InlineData("All", "a", "b", "c", "d")]
    public void A_part_of_a_scene_has_the_nodes_that_it_needs(string alert, params string[] nodes)
    {
        Scene part = Whole.With(expected => expected.Name == alert);
        Assert.Equal(nodes, part.Nodes.Select(node => node.Name));
        Assert.Equal([alert], part.Alerts);
    }

    [Fact]
    public void As_shipped_the_clock_is_right_and_a_slot_is_five_seconds()
    {
        Scene shipped = Whole.AsShipped();
        Assert.Equal(1, shipped.Speed);
        Assert.Equal(TimeSpan.FromSeconds(5), shipped.Slot);
    }
}
