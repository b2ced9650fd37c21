using System.Runtime.InteropServices;

namespace Alys.Monitor.Stack;

/// <summary>Sends signals to a process, most of which the base library has no call for; ignored when it is already
/// gone.</summary>
internal static class UnixSignal
{
    private const int SigHup = 1;
    private const int SigKill = 9;
    private const int SigTerm = 15;
    private const int SigCont = 18;
    private const int SigStop = 19;

    /// <summary>Asks a process to end; ignored when it is already gone.</summary>
    public static void Terminate(int pid) => _ = Kill(pid, SigTerm);

    /// <summary>Ends a process at once; ignored when it is already gone.</summary>
    public static void Kill(int pid) => _ = Kill(pid, SigKill);

    /// <summary>Lets a server read its configuration again.</summary>
    public static void Reload(int pid) => _ = Kill(pid, SigHup);

    /// <summary>Lets a process stand still until <see cref="Continue"/>.</summary>
    public static void Pause(int pid) => _ = Kill(pid, SigStop);

    /// <summary>Lets a process go on that stands still.</summary>
    public static void Continue(int pid) => _ = Kill(pid, SigCont);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
