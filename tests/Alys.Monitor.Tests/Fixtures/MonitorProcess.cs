using System.Diagnostics;
using System.Text;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>The built executable as a process of its own, with what it wrote.</summary>
public sealed class MonitorProcess : IAsyncDisposable
{
    private static readonly TimeSpan ExitDeadline = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private MonitorProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Pid => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Output => Text(_output);

    public string Errors => Text(_errors);

    public static MonitorProcess Start(params IEnumerable<string> arguments) => Start(arguments, null);

    /// <summary>Starts it with a search path of its own; null: the test's.</summary>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="searchPath">Where programs are looked for.</param>
    /// <param name="folder">Where it runs. Default: where the test does.</param>
    public static MonitorProcess Start(IEnumerable<string> arguments, string? searchPath, string folder = "")
    {
        // A shell's background job ignores Ctrl-C, and so would what it starts; a monitor of ours must not.
        string program = Path.Combine(AppContext.BaseDirectory, "alys-monitor");
        ProcessStartInfo start = new("/usr/bin/env", ["--default-signal=INT", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        if (searchPath is not null)
            start.Environment["PATH"] = searchPath;
        return new MonitorProcess(new Process { StartInfo = start });
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params IEnumerable<string> arguments) =>
        RunInAsync("", arguments);

    /// <summary>Runs it to its end in a folder.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunInAsync(
        string folder, params IEnumerable<string> arguments)
    {
        await using MonitorProcess process = Start(arguments, null, folder);
        int code = await process.ExitAsync();
        return (code, process.Output, process.Errors);
    }

    /// <summary>Its exit code, once it has ended.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(ExitDeadline, TimeProvider.System, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Waits for a text; fails at once when the program ended without it.</summary>
    public Task OutputHoldsAsync(string text, TimeSpan deadline) => Eventually.HoldsAsync(
        () =>
        {
            bool ended = HasExited;
            if (Output.Contains(text, StringComparison.Ordinal))
                return true;
            Assert.False(ended, $"It ended before it said '{text}'. {this}");
            return false;
        },
        deadline, $"the output holds '{text}'", ToString);

    /// <summary>Ctrl-C.</summary>
    public void Interrupt() => Signal("-INT");

    public void Hangup() => Signal("-HUP");

    /// <summary>Ends it without giving it a chance to tidy up.</summary>
    public void Kill() => UnixSignal.Kill(Pid);

    public override string ToString() => $"Output:\n{Output}\nErrors:\n{Errors}";

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            UnixSignal.Terminate(Pid);
            try
            {
                await _process.WaitForExitAsync(CancellationToken.None)
                    .WaitAsync(ExitDeadline, TimeProvider.System, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                Kill();
            }
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder to, string? line)
    {
        lock (to)
            to.Append(line).Append(line is null ? "" : "\n");
    }

    private static string Text(StringBuilder from)
    {
        lock (from)
            return from.ToString();
    }

    private void Signal(string signal)
    {
        string pid = Pid.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using Process kill = Process.Start("kill", [signal, pid]);
        kill.WaitForExit();
    }
}
