using System.Runtime.InteropServices;

namespace Alys.Monitor.Stack;

/// <summary>Sends the two signals that stop a process; the base library has no call for the polite one.</summary>
internal static class UnixSignal
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    /// <summary>Asks a process to end; ignored when it is already gone.</summary>
    public static void Terminate(int pid) => _ = Kill(pid, SigTerm);

    /// <summary>Ends a process at once; ignored when it is already gone.</summary>
    public static void Kill(int pid) => _ = Kill(pid, SigKill);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
