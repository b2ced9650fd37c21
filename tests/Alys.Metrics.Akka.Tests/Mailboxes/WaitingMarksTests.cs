using Alys.Metrics.Akka.Mailboxes;

namespace Alys.Metrics.Akka.Tests.Mailboxes;

public sealed class WaitingMarksTests
{
    [Fact]
    public void What_was_there_at_an_earlier_look_is_as_old_as_that()
    {
        var marks = new WaitingMarks();
        Assert.Equal(TimeSpan.Zero, marks.Next(0, 5));

        Assert.True(marks.Next(4, 3) > TimeSpan.Zero);
    }

    [Fact]
    public void What_came_since_is_new_and_an_empty_queue_has_no_age()
    {
        var marks = new WaitingMarks();
        marks.Next(0, 5);

        Assert.Equal(TimeSpan.Zero, marks.Next(5, 2));
        Assert.Equal(TimeSpan.Zero, marks.Next(7, 0));
    }
}
