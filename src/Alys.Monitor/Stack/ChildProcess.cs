using System.Diagnostics;

namespace Alys.Monitor.Stack;

/// <summary>
/// A program that <c>up</c> runs beside itself. It writes to <c>run/&lt;name&gt;.log</c> directly, has a session of
/// its own (Ctrl-C reaches only us, and we stop our children in order), and is remembered in
/// <c>run/&lt;name&gt;.child</c>, so that the next run can stop it if this one is killed.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // A program that dies soon after each start must not fill the disk.
    private const long LongestLog = 4 << 20;

    // The shell gives its place to the program (same process id) after it has pointed the output to the log.
    private const string Launch = "exec \"$@\" >>\"$0\" 2>&1 </dev/null";

    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ProbePause = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly string _recordPath;
    private readonly TimeProvider _clock;

    private ChildProcess(string name, Process process, AlysHome home, TimeProvider clock)
    {
        Name = name;
        LogPath = LogPathOf(home, name);
        _process = process;
        _recordPath = ChildRecords.PathOf(home, name);
        _clock = clock;
        Exited = process.WaitForExitAsync();
    }

    /// <summary>The name of its log and its record.</summary>
    public string Name { get; }

    /// <summary>Its process id.</summary>
    public int Pid => _process.Id;

    /// <summary>Where it writes.</summary>
    public string LogPath { get; }

    /// <summary>Completes when the process has ended; never fails.</summary>
    public Task Exited { get; }

    /// <summary>What it ended with; only after <see cref="Exited"/>.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a program.</summary>
    /// <param name="name">The name of its log and its record.</param>
    /// <param name="program">The path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="home">Where log and record are.</param>
    /// <param name="clock">For deadlines.</param>
    /// <param name="again">Whether it follows one that ended: it then writes on in that one's log, up to a
    /// limit.</param>
    /// <exception cref="StackException">It cannot be started.</exception>
    public static ChildProcess Start(
        string name,
        string program,
        IEnumerable<string> arguments,
        AlysHome home,
        TimeProvider clock,
        bool again = false)
    {
        FileInfo log = new(LogPathOf(home, name));
        if (log.Exists && (!again || log.Length > LongestLog))
            log.Delete();
        ProcessStartInfo start = new("/bin/sh") { UseShellExecute = false, WorkingDirectory = home.Run };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Launch);
        start.ArgumentList.Add(log.FullName);
        if (Executables.Find("setsid") is { } setsid)
            start.ArgumentList.Add(setsid);
        start.ArgumentList.Add(program);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        Process process = Process.Start(start) ?? throw new StackException($"cannot start {program}");
        ChildRecords.Write(home, name, process.Id);
        return new ChildProcess(name, process, home, clock);
    }

    /// <summary>This process when a probe has said yes; when it does not, the process is stopped.</summary>
    /// <exception cref="StackException">The process ended first, or the deadline passed: with the end of its
    /// log.</exception>
    public async Task<ChildProcess> ReadyOrStoppedAsync(
        Func<CancellationToken, Task<bool>> probe, TimeSpan deadline, CancellationToken cancellation)
    {
        try
        {
            await WaitUntilReadyAsync(probe, deadline, cancellation);
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>How it ended, with the end of its log; only after <see cref="Exited"/>.</summary>
    public string DeathSentence() => $"{Name} ended by itself (exit code {ExitCode}); {LogTail()}";

    /// <summary>Asks it to end, and ends it when it has not done so in ten seconds. Can be called again.</summary>
    public async Task StopAsync()
    {
        if (!Exited.IsCompleted)
            UnixSignal.Terminate(Pid);
        try
        {
            await Exited.WaitAsync(StopGrace, _clock);
        }
        catch (TimeoutException)
        {
            UnixSignal.Kill(Pid);
            await Exited;
        }

        File.Delete(_recordPath);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync(
        Func<CancellationToken, Task<bool>> probe, TimeSpan deadline, CancellationToken cancellation)
    {
        long started = _clock.GetTimestamp();
        while (!await probe(cancellation))
        {
            if (Exited.IsCompleted)
                throw new StackException(DeathSentence());
            if (_clock.GetElapsedTime(started) > deadline)
                throw new StackException($"{Name} is not ready after {deadline.TotalSeconds:0} s; {LogTail()}");
            await Task.Delay(ProbePause, _clock, cancellation);
        }
    }

    private static string LogPathOf(AlysHome home, string name) => Path.Combine(home.Run, name + ".log");

    private string LogTail()
    {
        const int lines = 5;
        try
        {
            string[] tail = [.. File.ReadLines(LogPath).Where(line => line.Length > 0).TakeLast(lines)];
            return tail.Length == 0 ? $"it wrote nothing to {LogPath}"
                : $"the end of {LogPath}:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", tail)}";
        }
        catch (IOException e)
        {
            return e.Message;
        }
    }
}
