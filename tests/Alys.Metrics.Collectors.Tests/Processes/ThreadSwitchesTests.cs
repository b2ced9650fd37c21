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
        SetThread(42, 100, 10);
        SetThread(43, 200, 20);
        Assert.Equal((300, 30), _switches.Read());
        SetThread(43, 250, 21);
        Assert.Equal((350, 31), _switches.Read());
    }

    [Fact]
    public void The_sum_keeps_what_an_ended_thread_had_counted()
    {
        SetThread(42, 100, 10);
        SetThread(43, 200, 20);
        _switches.Read();
        Directory.Delete(_tree.PathOf("42/task/43"), recursive: true);
        Assert.Equal((300, 30), _switches.Read());
        Assert.Equal((300, 30), _switches.Read());
    }

    [Fact]
    public void A_thread_that_gets_the_number_of_an_ended_one_is_added_to_it()
    {
        SetThread(42, 100, 10);
        SetThread(43, 200, 20);
        _switches.Read();
        SetThread(43, 5, 1);
        Assert.Equal((305, 31), _switches.Read());
    }

    [Fact]
    public void What_may_not_be_read_is_absent() => Assert.Equal((null, null), _switches.Read());

    [Fact]
    public void A_real_process_switches_more_and_more()
    {
        var own = new ThreadSwitches($"/proc/{Environment.ProcessId}", new ProcFiles());
        (long? before, _) = own.Read();
        using var turn = new SemaphoreSlim(0);
        using var back = new SemaphoreSlim(0);
        var partner = new Thread(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                turn.Wait(CancellationToken.None);
                back.Release();
            }
        });
        partner.Start();
        for (int i = 0; i < 200; i++)
        {
            turn.Release();
            back.Wait(TestContext.Current.CancellationToken);
        }

        partner.Join();
        (long? after, _) = own.Read();
        Assert.True(after > before, $"{before} switches before, {after} after");
    }

    public void Dispose() => _tree.Dispose();

    private void SetThread(int thread, long voluntary, long involuntary) => _tree.Write(
        $"42/task/{thread}/status",
        $"Name:\tnode\nvoluntary_ctxt_switches:\t{voluntary}\nnonvoluntary_ctxt_switches:\t{involuntary}\n");
}
