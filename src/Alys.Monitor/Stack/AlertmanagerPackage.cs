namespace Alys.Monitor.Stack;

/// <summary>Alertmanager: the one on PATH, else Debian's package unpacked below <c>tools/</c>.</summary>
/// <param name="Launch">What starts the server: its path, preceded by what it needs to find its files.</param>
/// <param name="Amtool">Its companion that checks configuration, and shows and silences alerts.</param>
internal sealed record AlertmanagerPackage(IReadOnlyList<string> Launch, string Amtool)
{
    private const string Name = "prometheus-alertmanager";

    /// <summary>Finds or downloads it.</summary>
    /// <exception cref="UsageException">It is not there and cannot be had, or could not be started here.</exception>
    public static async Task<AlertmanagerPackage> EnsureAsync(
        AlysHome home, Action<string> progress, CancellationToken cancellation)
    {
        // Debian calls it otherwise than its makers do.
        if ((Executables.Find("alertmanager") ?? Executables.Find(Name)) is { } program
            && Executables.Find("amtool") is { } amtool)
        {
            return new AlertmanagerPackage([program], amtool);
        }

        string root = await new DebianPackage(home, progress).EnsureAsync(Name, [], cancellation);
        return new AlertmanagerPackage(
            [.. await DefaultTemplates.Of(root).LaunchAsync(cancellation), Path.Combine(root, "usr/bin", Name)],
            Path.Combine(root, "usr/bin/amtool"));
    }
}
