using Alys.Monitor.Alerting;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Alerting;

public sealed class AlertNoticeTests
{
    [Fact]
    public void The_line_says_what_how_bad_where_and_the_summary() => Assert.Equal(
        "FIRING critical MigrationRollback alys-migration: It went back.",
        Notices.Of("MigrationRollback", "critical", "alys-migration", "It went back.").ToString());

    [Fact]
    public void An_end_is_said_as_one() => Assert.Equal(
        "RESOLVED critical MigrationRollback alys-migration: It went back.",
        Notices.Of("MigrationRollback", "critical", "alys-migration", "It went back.", firing: false).ToString());

    [Fact]
    public void What_an_alert_does_not_have_is_left_out()
    {
        AlertNotice bare = new(true, "f", "s")
        {
            Labels = new Dictionary<string, string> { ["alertname"] = "Theirs" },
            Annotations = new Dictionary<string, string>(),
        };
        Assert.Equal("FIRING Theirs", bare.ToString());
    }

    [Fact]
    public void A_text_cannot_write_to_the_terminal_nor_fill_it()
    {
        string line = Notices.Of("A", "info", "i", "\u001b[2J\nnext\u009b" + new string('x', 1_000)).ToString();
        Assert.Equal(300, line.Length);
        Assert.StartsWith("FIRING info A i:  [2J next xxx", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
    }
}
