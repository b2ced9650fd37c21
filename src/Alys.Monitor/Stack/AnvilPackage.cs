using System.Runtime.InteropServices;

namespace Alys.Monitor.Stack;

/// <summary>
/// anvil, an EVM node for development: the one on PATH, else a pinned version from npm (its content is pinned too, by
/// the hash in the lock file that this program carries).
/// </summary>
internal static class AnvilPackage
{
    private const string Version = "1.7.1";
    private const string Platform = "@foundry-rs/anvil-linux-amd64";

    /// <summary>The path of the program, downloaded if it is not there yet.</summary>
    /// <exception cref="UsageException">It is not there and cannot be had.</exception>
    public static async Task<string> EnsureAsync(
        AlysHome home, Action<string> progress, CancellationToken cancellation)
    {
        if (Executables.Find("anvil") is { } program)
            return program;
        string root = await Unpacking.EnsureAsync(
            home, "anvil-" + Version, folder => FillAsync(folder, progress, cancellation));
        return Path.Combine(root, "node_modules", Platform, "bin/anvil");
    }

    private static async Task FillAsync(string folder, Action<string> progress, CancellationToken cancellation)
    {
        const string orElse = "put anvil on PATH, or watch a node of your own with --rpc URL";
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
            throw new UsageException($"anvil is not on PATH and npm has none for this machine; {orElse}");
        if (Executables.Find("npm") is not { } npm)
            throw new UsageException($"anvil is not on PATH and there is no npm to get it with; install npm, {orElse}");

        progress($"anvil: npm is downloading {Platform} {Version}");
        foreach (string file in (string[])["package.json", "package-lock.json"])
            await File.WriteAllTextAsync(Path.Combine(folder, file), Resources.Text("anvil/" + file), cancellation);
        (int code, string errors) = await ToolRun.RunAsync(
            npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, _ => { }, cancellation);
        if (code != 0)
            throw new UsageException($"npm cannot get anvil: {ToolRun.TellingLine(errors)}; {orElse}");
    }
}
