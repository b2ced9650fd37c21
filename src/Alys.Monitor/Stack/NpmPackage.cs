using System.Text.Json;

namespace Alys.Monitor.Stack;

/// <summary>
/// A package of npm in one version, unpacked below <c>tools/</c> without running its scripts. The version stands in a
/// <c>package.json</c> that this program carries, and the hash of its content in the lock file beside it.
/// </summary>
internal sealed class NpmPackage
{
    private static readonly string[] Carried = ["package.json", "package-lock.json"];

    private readonly string _folder;

    /// <summary>Reads which package it is.</summary>
    /// <param name="folder">The folder that its two files are carried under; it also names the unpacked one.</param>
    public NpmPackage(string folder)
    {
        _folder = folder;
        using JsonDocument package = JsonDocument.Parse(Resources.Text($"{folder}/package.json"));
        JsonProperty dependency = package.RootElement.GetProperty("dependencies").EnumerateObject().Single();
        Name = dependency.Name;
        Version = dependency.Value.GetString()!;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The version, exactly.</summary>
    public string Version { get; }

    /// <summary>The folder of its files, downloaded if it is not there yet.</summary>
    /// <param name="home">Where it is kept.</param>
    /// <param name="what">What the user gets from it, as a message says it.</param>
    /// <param name="orElse">What the user can do where npm cannot help, as the end of a message.</param>
    /// <param name="progress">Is told what goes on.</param>
    /// <param name="cancellation">Ends the download; nothing half-done stays.</param>
    /// <exception cref="UsageException">It is not there and cannot be had.</exception>
    public async Task<string> EnsureAsync(
        AlysHome home, string what, string orElse, Action<string> progress, CancellationToken cancellation)
    {
        string root = await Unpacking.EnsureAsync(home, $"{_folder}-{Version}", async target =>
        {
            if (Executables.Find("npm") is not { } npm)
                throw new UsageException($"there is no npm to get {what} with; install npm, {orElse}");
            progress($"{_folder}: npm is downloading {Name} {Version}");
            if (await DownloadAsync(npm, target, cancellation) is { } problem)
                throw new UsageException($"npm cannot get {what}: {problem}; {orElse}");
        });
        return Path.Combine(root, "node_modules", Name);
    }

    private async Task<string?> DownloadAsync(string npm, string target, CancellationToken cancellation)
    {
        foreach (string file in Carried)
        {
            string text = Resources.Text($"{_folder}/{file}");
            await File.WriteAllTextAsync(Path.Combine(target, file), text, cancellation);
        }

        (int code, string errors) = await ToolRun.RunAsync(
            npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], target, _ => { }, cancellation);
        return code == 0 ? null : ToolRun.TellingLine(errors);
    }
}
