using System.Diagnostics;

namespace Alys.Monitor.Stack;

/// <summary>Runs a program to its end and reads what it says.</summary>
internal static class ToolRun
{
    /// <summary>
    /// Runs a program. Returns its exit code and what it wrote to standard error; each line of standard output goes to
    /// <paramref name="onLine"/> as it comes. Cancelling ends the program.
    /// </summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string workingDirectory,
        Action<string> onLine,
        CancellationToken cancellation)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using Process process = Process.Start(start) ?? throw new UsageException($"cannot start {program}");
        await using CancellationTokenRegistration onCancel = cancellation.Register(() => End(process));
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
            onLine(line);
        string said = await errors;
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return (process.ExitCode, said);
    }

    /// <summary>The line of an error output that says most: the first that looks like an error, else the
    /// last.</summary>
    public static string TellingLine(string errors)
    {
        string[] lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(line => line.StartsWith("E:", StringComparison.Ordinal)
                || line.StartsWith("npm error", StringComparison.Ordinal)
                    && !line.Contains(" code ", StringComparison.Ordinal))
            ?? lines.LastOrDefault()
            ?? "it did not say why";
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
        }
    }
}
