using Alys.Monitor.Terminal;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Monitor.Tests.Terminal;

public sealed class LiveLineTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void On_a_terminal_the_line_is_rewritten_below_what_stays()
    {
        LiveLine line = new(_output, isTerminal: true, () => 80, _clock);
        line.Show("1 %");
        line.Show("2 %");
        line.Write("done");
        Assert.Equal("\r\u001b[K1 %\r\u001b[K2 %\r\u001b[Kdone\n2 %", _output.ToString());
    }

    [Fact]
    public void On_a_terminal_the_line_never_wraps()
    {
        LiveLine line = new(_output, isTerminal: true, () => 30, _clock);
        line.Show(new string('x', 100));
        Assert.Equal("\r\u001b[K" + new string('x', 28) + "…", _output.ToString());
    }

    [Fact]
    public void Elsewhere_a_plain_line_comes_every_ten_seconds()
    {
        LiveLine line = new(_output, isTerminal: false, () => 80, _clock);
        line.Show("a");
        line.Show("b");
        _clock.Advance(TimeSpan.FromSeconds(10));
        line.Show("c");
        Assert.Equal("a\nc\n", _output.ToString());
    }

    [Fact]
    public void Elsewhere_a_new_subject_is_said_at_once()
    {
        LiveLine line = new(_output, isTerminal: false, () => 80, _clock);
        line.Show("fine");
        line.Show("evm failing", "evm");
        line.Show("");
        line.Write("stays");
        Assert.Equal("fine\nevm failing\nstays\n", _output.ToString());
    }

    [Fact]
    public void Elsewhere_progress_is_said_once_a_step_and_not_for_each_percent()
    {
        LiveLine line = new(_output, isTerminal: false, () => 80, _clock);
        line.Progress("fetching 1 %");
        line.Progress("fetching 2 %");
        line.Progress("unpacking");
        Assert.Equal("fetching 1 %\nunpacking\n", _output.ToString());
    }

    [Fact]
    public void A_closed_output_fails_nobody()
    {
        using ClosedPipe closed = new();
        LiveLine line = new(closed, isTerminal: true, () => 80, _clock);
        line.Write("x");
        line.Show("y");
    }

    public void Dispose() => _output.Dispose();

    private sealed class ClosedPipe : StringWriter
    {
        public override void Write(string? value) => throw new IOException("Broken pipe");
    }
}
