using System.Runtime.InteropServices;

namespace Alys.Monitor.Stack;

/// <summary>anvil, an EVM node for development: the one on PATH, else the one from npm.</summary>
internal static class AnvilPackage
{
    private const string OrElse = "put anvil on PATH, or watch a node of your own with --rpc URL";

    /// <summary>The path of the program, downloaded if it is not there yet.</summary>
    /// <exception cref="UsageException">It is not there and cannot be had.</exception>
    public static async Task<string> EnsureAsync(
        AlysHome home, Action<string> progress, CancellationToken cancellation)
    {
        if (Executables.Find("anvil") is { } program)
            return program;
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
            throw new UsageException($"anvil is not on PATH and npm has none for this machine; {OrElse}");
        string package = await new NpmPackage("anvil").EnsureAsync(home, "anvil", OrElse, progress, cancellation);
        return Path.Combine(package, "bin/anvil");
    }
}
