namespace Alys.Monitor.Terminal;

/// <summary>
/// Lines that stay and, below them, one line that is rewritten in place. Where the output is no terminal the live
/// line is
/// written as a plain line, at most every ten seconds.
/// <para>Threads: any.</para>
/// </summary>
/// <param name="output">Where to write; when it is closed, nothing more is written and nothing fails.</param>
/// <param name="isTerminal">Whether <paramref name="output"/> is a terminal.</param>
/// <param name="width">The terminal's width now, in columns.</param>
/// <param name="clock">Spaces the plain lines.</param>
internal sealed class LiveLine(TextWriter output, bool isTerminal, Func<int> width, TimeProvider clock)
{
    private const string EraseLine = "\r\u001b[K";
    private static readonly TimeSpan PlainPause = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private string _shown = "";
    private string _subject = "";
    private long? _lastPlain;

    /// <summary>On the process's own output.</summary>
    public static LiveLine OnConsole() =>
        new(Console.Out, !Console.IsOutputRedirected, () => Console.WindowWidth, TimeProvider.System);

    /// <summary>Writes a line that stays.</summary>
    public void Write(string line)
    {
        lock (_lock)
            Put(isTerminal ? $"{EraseLine}{line}{Environment.NewLine}{_shown}" : line + Environment.NewLine);
    }

    /// <summary>Replaces the live line; empty: removes it.</summary>
    /// <param name="line">What it says now.</param>
    /// <param name="subject">What it is about: without a terminal a new subject is written at once.</param>
    public void Show(string line, string subject = "")
    {
        lock (_lock)
        {
            if (isTerminal)
            {
                int columns = Math.Max(width() - 1, 20);
                _shown = line.Length <= columns ? line : string.Concat(line.AsSpan(0, columns - 1), "…");
                Put(EraseLine + _shown);
            }
            else if (line.Length > 0 && (subject != _subject || PlainIsDue()))
            {
                _subject = subject;
                _lastPlain = clock.GetTimestamp();
                Put(line + Environment.NewLine);
            }
        }
    }

    /// <summary>Shows how far something is, as in "fetching 12 %". Without a terminal each step is said once, not each
    /// of its percents.</summary>
    public void Progress(string what) => Show(what, what.AsSpan().TrimEnd("0123456789 %").ToString());

    private bool PlainIsDue() => _lastPlain is not { } last || clock.GetElapsedTime(last) >= PlainPause;

    private void Put(string text)
    {
        try
        {
            output.Write(text);
            output.Flush();
        }
        catch (IOException)
        {
            // Whoever read us is gone (up | head); what we run must still be stopped in order.
        }
    }
}
