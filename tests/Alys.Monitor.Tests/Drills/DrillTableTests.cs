using Alys.Monitor.Drills;

namespace Alys.Monitor.Tests.Drills;

public sealed class DrillTableTests
{
    private static readonly DrillResult Fine = new(new ExpectedAlert("ActorStuck"), "fault stuck-actor", 15)
    {
        Labels = new Dictionary<string, string>
        {
            ["severity"] = "critical",
            ["instance"] = "stuck",
            ["actor_type"] = "peer",
            ["job"] = "alys",
        },
        For = TimeSpan.FromSeconds(8),
        Fired = TimeSpan.FromSeconds(23.41),
        Resolved = TimeSpan.FromSeconds(1.2),
    };

    [Fact]
    public void A_line_says_what_came_when_and_why()
    {
        Assert.Equal(
            "ALERT                            SEVERITY ABOUT                       FOR    FIRED RESOLVED CLOCK  CAUSE",
            DrillTable.Header);
        Assert.Equal(
            "ActorStuck                       critical stuck peer                8.0 s   23.4 s    1.2 s   x15  "
                + "fault stuck-actor",
            DrillTable.Line(Fine));
    }

    [Fact]
    public void What_failed_has_its_reason_below_it()
    {
        DrillResult missing = new(ExpectedAlert.Of("ActorStuck", "alys", "a"), "fault stuck-actor", 20)
        {
            Problem = "did not arrive",
        };
        Assert.EndsWith($"fault stuck-actor{Environment.NewLine}  FAILED: did not arrive", DrillTable.Line(missing),
            StringComparison.Ordinal);
        Assert.Contains(" a  ", DrillTable.Line(missing), StringComparison.Ordinal);
        Assert.Equal("2 alerts drilled in 61 s: 1 failed",
            DrillTable.Summary([Fine, missing], TimeSpan.FromSeconds(61)));
        Assert.Equal("1 alerts drilled in 9 s: all arrived and were resolved",
            DrillTable.Summary([Fine], TimeSpan.FromSeconds(9)));
        Assert.Equal("1 alerts drilled in 9 s: all arrived",
            DrillTable.Summary([Fine with { Resolved = null }], TimeSpan.FromSeconds(9)));
    }

    [Fact]
    public void The_one_that_never_stops_is_never_resolved() => Assert.Contains(
        " never ", DrillTable.Line(Fine with { Alert = new ExpectedAlert("Watchdog") { Resolves = false } }),
        StringComparison.Ordinal);
}
