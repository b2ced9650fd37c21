using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Processes;

/// <summary>Finds the process to watch, anew each round, and notices when it is another than before.</summary>
internal abstract class ProcessLocator(string procDirectory)
{
    protected string ProcDirectory { get; } = procDirectory;

    protected ProcFiles Files { get; } = new();

    /// <summary>The process to watch now.</summary>
    /// <exception cref="CollectorException">There is none; the message says what to do.</exception>
    public abstract ProcessIdentity Locate();

    /// <summary>The locator that the options ask for.</summary>
    public static ProcessLocator For(ProcessCollectorOptions options)
    {
        options.Validate();
        if (options.PidFile is { } file) return new PidFileLocator(options.ProcDirectory, file);
        if (options.ProcessName is { } name) return new NameLocator(options.ProcDirectory, name);
        return new PidLocator(options.ProcDirectory, options.Pid ?? Environment.ProcessId);
    }

    /// <summary>The process that has a pid now; null when none has, or only one that has ended.</summary>
    protected ProcessIdentity? Find(int pid) =>
        Files.TryRead($"{ProcDirectory}/{pid}/stat", out ReadOnlySpan<byte> content)
        && ProcessStat.TryParse(content, out ProcessStat stat)
            ? new ProcessIdentity(pid, stat.StartTicks)
            : null;

    /// <summary>That there is no process to watch; where there is no <c>/proc</c> at all, that.</summary>
    protected CollectorException NotFound(string message) => new(
        CollectorFailure.NotFound,
        Directory.Exists($"{ProcDirectory}/self")
            ? message
            : $"Processes are read from '{ProcDirectory}', which is no proc file system: watch them on Linux.");
}
