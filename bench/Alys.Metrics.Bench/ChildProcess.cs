using System.Collections.ObjectModel;
using System.Diagnostics;

namespace Alys.Metrics.Bench;

/// <summary>
/// This program once more, or another one of ours, in a process of its own, with lines of text to and from it. It ends
/// by itself when its input ends, so none is left behind when this process dies.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    public ChildProcess(params string[] args)
        : this(typeof(ChildProcess).Assembly.Location, ReadOnlyDictionary<string, string>.Empty, args)
    {
    }

    private ChildProcess(string assembly, IReadOnlyDictionary<string, string> environment, string[] args)
    {
        string self = Environment.ProcessPath!;
        var start = new ProcessStartInfo(Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(assembly);
        foreach (string arg in args) start.ArgumentList.Add(arg);
        // Equal for all, whatever the machine's environment says: the collector of a program that is no web server.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "1";
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
    }

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>Starts another program.</summary>
    /// <param name="assembly">Path of its assembly.</param>
    /// <param name="environment">What its environment has besides.</param>
    /// <param name="args">Its arguments.</param>
    public static ChildProcess Of(
        string assembly, IReadOnlyDictionary<string, string> environment, params string[] args) =>
        new(assembly, environment, args);

    /// <summary>The next line of its output.</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public string ReadLine() => _process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("A child process of the benchmarks ended before it answered.");

    /// <summary>Sends a line.</summary>
    public void Tell(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Sends a line and returns the answer.</summary>
    public string Ask(string question)
    {
        Tell(question);
        return ReadLine();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Patience)) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
