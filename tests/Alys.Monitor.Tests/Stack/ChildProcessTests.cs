using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class ChildProcessTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private readonly TemporaryHome _home = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_writes_to_its_log_gets_its_arguments_whole_and_is_remembered_until_it_is_stopped()
    {
        await using ChildProcess child = Start(
            "printf '%s|' \"$@\"; echo to stderr >&2; exec sleep 60", "a b", "c\"d", "$e");
        await Eventually.HoldsAsync(
            () => Log().Contains("to stderr", StringComparison.Ordinal), Long, "it has written", Log);
        Assert.Equal("a b|c\"d|$e|to stderr", Log().Trim());
        Assert.Equal(child.Pid, ProcessIdentity.TryParse(await File.ReadAllTextAsync(RecordPath(), Cancellation))!.Pid);

        await child.StopAsync();
        Assert.True(child.Exited.IsCompleted);
        Assert.Null(ProcessIdentity.Of(child.Pid));
        Assert.False(File.Exists(RecordPath()));
    }

    [Fact]
    public async Task It_is_ready_when_the_probe_says_so()
    {
        int probes = 0;
        await using ChildProcess child = Start("exec sleep 60");
        Assert.Same(child, await child.ReadyOrStoppedAsync(_ => Task.FromResult(++probes == 3), Long, Cancellation));
    }

    [Fact]
    public async Task One_that_dies_before_it_is_ready_is_said_with_the_end_of_its_log()
    {
        ChildProcess child = Start("echo first; echo cannot open the gate; exit 3");
        StackException died = await Assert.ThrowsAsync<StackException>(
            () => child.ReadyOrStoppedAsync(_ => Task.FromResult(false), Long, Cancellation));
        Assert.Contains("exit code 3", died.Message, StringComparison.Ordinal);
        Assert.Contains("cannot open the gate", died.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_not_ready_in_time_is_stopped()
    {
        ChildProcess child = Start("exec sleep 60");
        StackException late = await Assert.ThrowsAsync<StackException>(
            () => child.ReadyOrStoppedAsync(_ => Task.FromResult(false), TimeSpan.FromMilliseconds(50), Cancellation));
        Assert.Contains("not ready", late.Message, StringComparison.Ordinal);
        Assert.True(child.Exited.IsCompleted);
    }

    [Fact]
    public async Task A_cancelled_wait_stops_it()
    {
        using CancellationTokenSource cancelled = new();
        ChildProcess child = Start("exec sleep 60");
        Task<ChildProcess> ready = child.ReadyOrStoppedAsync(_ => Task.FromResult(false), Long, cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ready);
        Assert.True(child.Exited.IsCompleted);
    }

    [Fact]
    public async Task It_does_not_share_our_terminal_so_Ctrl_C_reaches_us_alone()
    {
        await using ChildProcess child = Start("exec sleep 60");
        await Eventually.HoldsAsync(() => SessionOf(child.Pid) == child.Pid, Long, "it leads a session of its own");
    }

    public void Dispose() => _home.Dispose();

    private static int SessionOf(int pid)
    {
        // proc_pid_stat(5): after the name come state, parent, group, session.
        string stat = File.ReadAllText($"/proc/{pid}/stat");
        string parent = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3];
        return int.Parse(parent, System.Globalization.CultureInfo.InvariantCulture);
    }

    private ChildProcess Start(string script, params string[] arguments) => ChildProcess.Start(
        "child", "/bin/sh", ["-c", script, "child", .. arguments], _home.Home, TimeProvider.System);

    private string LogPath() => Path.Combine(_home.Home.Run, "child.log");

    private string Log() => File.Exists(LogPath()) ? File.ReadAllText(LogPath()) : "";

    private string RecordPath() => ChildRecords.PathOf(_home.Home, "child");
}
