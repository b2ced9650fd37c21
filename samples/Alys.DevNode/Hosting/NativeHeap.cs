using System.Runtime.InteropServices;

namespace Alys.DevNode.Hosting;

/// <summary>The memory that malloc has of the system.</summary>
internal static class NativeHeap
{
    /// <summary>Gives back what is not in use; false where the C library has no way to.</summary>
    /// <remarks><b>Source:</b> malloc_trim(3), glibc.</remarks>
    internal static bool Trim()
    {
        try
        {
            _ = Trim(0);
            return true;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint left);
}
