using Alys.Metrics.Collectors.Processes;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class ThreadSwitchesTests : IDisposable
{
    private readonly ProcTree _tree = new();
    private readonly ThreadSwitches _switches;

    public ThreadSwitchesTests() => _switches = new ThreadSwitches(_tree.PathOf("42"), new ProcFiles());

    [Fact]
    public void Threads_are_summed()
    {
        ReadTwoThreads();
        SetThread(43, 250, 21);
        Assert.Equal((350, 31), _switches.Read());
    }

    [Fact]
    public void The_sum_keeps_what_an_ended_thread_had_counted()
    {
        ReadTwoThreads();
        Directory.Delete(_tree.PathOf("42/task/43"), recursive: true);
        Assert.Equal((300, 30), _switches.Read());
        Assert.Equal((300, 30), _switches.Read());
    }

    [Theory]
    [InlineData(5, 1, 305, 31)]
    [InlineData(5, 20, 305, 50)]
    [InlineData(200, 1, 500, 31)]
    public void A_thread_that_gets_the_number_of_an_ended_one_is_added_to_it(
        long voluntary, long involuntary, long voluntarySum, long involuntarySum)
    {
        ReadTwoThreads();
        SetThread(43, voluntary, involuntary);
        Assert.Equal((voluntarySum, involuntarySum), _switches.Read());
    }

    [Fact]
    public void A_thread_that_cannot_be_read_for_once_is_not_added_twice()
    {
        ReadTwoThreads();
        _tree.Write("42/task/43/status", "Name:\tnode\n");
        Assert.Equal((300, 30), _switches.Read());
        SetThread(43, 210, 21);
        Assert.Equal((310, 31), _switches.Read());
    }

    [Fact]
    public void More_threads_than_are_read_are_absent_and_the_sum_goes_on_after_them()
    {
        ReadTwoThreads();
        for (int thread = 100; thread < 100 + 4096; thread++) SetThread(thread, 1, 1);
        Assert.Equal((null, null), _switches.Read());
        for (int thread = 100; thread < 100 + 4096; thread++)
            Directory.Delete(_tree.PathOf($"42/task/{thread}"), recursive: true);
        Assert.Equal((300, 30), _switches.Read());
    }

    [Fact]
    public void A_folder_that_was_away_for_once_loses_nothing()
    {
        SetThread(42, 100, 10);
        _switches.Read();
        Directory.Delete(_tree.PathOf("42/task"), recursive: true);
        Assert.Equal((null, null), _switches.Read());
        SetThread(42, 150, 10);
        Assert.Equal((150, 10), _switches.Read());
    }

    [Fact]
    public void What_may_not_be_read_is_absent() => Assert.Equal((null, null), _switches.Read());

    [Fact]
    public void A_real_process_switches_more_and_more()
    {
        var own = new ThreadSwitches($"/proc/{Environment.ProcessId}", new ProcFiles());
        (long? before, _) = own.Read();
        // Nobody sets it, so each wait gives the processor up.
        using var never = new ManualResetEvent(false);
        for (int i = 0; i < 50; i++) never.WaitOne(TimeSpan.FromMilliseconds(1));
        (long? after, _) = own.Read();
        Assert.True(after >= before + 50, $"{before} switches before, {after} after");
    }

    public void Dispose() => _tree.Dispose();

    private void ReadTwoThreads()
    {
        SetThread(42, 100, 10);
        SetThread(43, 200, 20);
        Assert.Equal((300, 30), _switches.Read());
    }

    private void SetThread(int thread, long voluntary, long involuntary) => _tree.Write(
        $"42/task/{thread}/status",
        $"Name:\tnode\nvoluntary_ctxt_switches:\t{voluntary}\nnonvoluntary_ctxt_switches:\t{involuntary}\n");
}
