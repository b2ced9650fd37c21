using System.Diagnostics;

namespace Alys.Metrics.Bench;

/// <summary>
/// This program once more, in a process of its own, with lines of text to and from it. It ends by itself when its
/// input ends, so none is left behind when this process dies.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    public ChildProcess(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        // The process is either `dotnet` with the program as its first argument, or the program itself.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (string arg in args) start.ArgumentList.Add(arg);
        // Equal for all, whatever the machine's environment says: the collector of a program that is no web server.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "1";
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
    }

    /// <summary>The next line of its output.</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public string ReadLine() => _process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("A child process of the benchmarks ended before it answered.");

    /// <summary>Sends a line and returns the answer.</summary>
    public string Ask(string question)
    {
        _process.StandardInput.WriteLine(question);
        _process.StandardInput.Flush();
        return ReadLine();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Patience)) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
