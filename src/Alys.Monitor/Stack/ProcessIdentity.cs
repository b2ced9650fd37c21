using System.Globalization;

namespace Alys.Monitor.Stack;

/// <summary>
/// One process for certain: a process id alone is given to another process later, together with the start time and the
/// boot it is not.
/// </summary>
/// <param name="Pid">The process id.</param>
/// <param name="StartTicks">Start time in clock ticks since boot. Source: proc_pid_stat(5), field 22.</param>
/// <param name="BootId">The boot in which it runs.</param>
internal sealed record ProcessIdentity(int Pid, long StartTicks, string BootId)
{
    /// <summary>Whether that very process still runs; a zombie does not.</summary>
    public bool IsAlive => Of(Pid) == this;

    /// <summary>The identity of a running process; null when there is none (a zombie counts as none).</summary>
    public static ProcessIdentity? Of(int pid)
    {
        try
        {
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            // The program's name is in parentheses and may itself hold spaces and parentheses: fields count from the last
            // one.
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            if (fields[0] is "Z" or "X")
                return null;
            string boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
            return new ProcessIdentity(pid, long.Parse(fields[19], CultureInfo.InvariantCulture), boot);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The text form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Pid} {StartTicks} {BootId}");

    /// <summary>Reads the text form; null when the text is something else.</summary>
    public static ProcessIdentity? TryParse(string text)
    {
        string[] parts = text.Trim().Split(' ');
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int pid)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
            ? new ProcessIdentity(pid, ticks, parts[2])
            : null;
    }
}
