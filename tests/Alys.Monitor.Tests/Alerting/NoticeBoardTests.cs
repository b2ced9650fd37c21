using Alys.Monitor.Alerting;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Alerting;

public sealed class NoticeBoardTests
{
    private readonly List<string> _said = [];

    [Fact]
    public void Each_beginning_and_each_end_is_said_once_however_often_it_is_told()
    {
        NoticeBoard board = new(_said.Add, 10);
        board.Add([Notice("A"), Notice("B")]);
        board.Add([Notice("A")]);
        board.Add([Notice("A", firing: false), Notice("B")]);
        board.Add([Notice("A", startsAt: "later")]);

        Assert.Equal(["FIRING info A i: s", "FIRING info B i: s", "RESOLVED info A i: s", "FIRING info A i: s"], _said);
        Assert.Equal([true, true, false, true], board.Notices.Select(notice => notice.Firing));
    }

    [Fact]
    public void Only_the_newest_are_kept()
    {
        NoticeBoard board = new(_said.Add, 2);
        board.Add([Notice("A"), Notice("B"), Notice("C")]);
        Assert.Equal(["B", "C"], board.Notices.Select(notice => notice.Labels["alertname"]));
    }

    [Fact]
    public void The_watchdog_is_said_the_first_time_and_is_no_notice()
    {
        NoticeBoard board = new(_said.Add, 2);
        board.AddWatchdog();
        board.AddWatchdog();
        Assert.Equal(["Watchdog arrived: alerts find their way here"], _said);
        Assert.Empty(board.Notices);
    }

    private static AlertNotice Notice(string name, bool firing = true, string startsAt = "now") =>
        Notices.Of(name, "info", "i", "s", firing, startsAt);
}
