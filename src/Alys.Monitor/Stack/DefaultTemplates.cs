namespace Alys.Monitor.Stack;

/// <summary>
/// Lets Debian's Alertmanager start without being installed. Whatever its configuration says, it first reads
/// <c>default.tmpl</c> and <c>email.tmpl</c> from a fixed folder, and ends when they are not there. So it gets a view
/// of the machine in which they are (a user and a mount namespace, with the unpacked files laid over
/// <c>/usr/share</c>), which needs no root and changes nothing. Where the kernel refuses that, root puts the two files
/// in place.
/// </summary>
/// <param name="share">The unpacked <c>usr/share</c>.</param>
/// <param name="folder">Where the program looks for them.</param>
/// <param name="unshare">The program that makes namespaces; null: there is none.</param>
/// <param name="isRoot">Whether this process may write there.</param>
internal sealed class DefaultTemplates(string share, string folder, string? unshare, bool isRoot)
{
    private const string FixedFolder = "/usr/share/prometheus/alertmanager";

    // In its own folder, so that no character of the path has a meaning for mount. The shell gives its place to the
    // program: same process id, no process between.
    private const string Launch =
        "cd \"$0\" && mount -t overlay overlay -o lowerdir=.:/usr/share /usr/share && exec \"$@\"";

    private static readonly string[] Files = ["default.tmpl", "email.tmpl"];

    /// <summary>For what <see cref="DebianPackage"/> has unpacked, on this machine.</summary>
    /// <param name="root">The folder it was unpacked to.</param>
    public static DefaultTemplates Of(string root) => new(
        Path.Combine(root, "usr/share"), FixedFolder, Executables.Find("unshare"), Environment.IsPrivilegedProcess);

    /// <summary>What to put before the program and its arguments so that it finds its templates; empty:
    /// nothing.</summary>
    /// <exception cref="UsageException">It cannot find them here: says why and what to do.</exception>
    public async Task<IReadOnlyList<string>> LaunchAsync(CancellationToken cancellation)
    {
        if (Files.All(file => File.Exists(Path.Combine(folder, file))))
            return [];
        string refusal = "there is no unshare on PATH";
        if (unshare is not null)
        {
            string[] launch = [unshare, "-Urm", "/bin/sh", "-c", Launch, share];
            // Tried with a program that only looks at the files.
            (int code, string errors) = await ToolRun.RunAsync(
                unshare,
                [.. launch[1..], "/bin/cat", .. Files.Select(file => Path.Combine(folder, file))],
                share, _ => { }, cancellation);
            if (code == 0)
                return launch;
            refusal = ToolRun.TellingLine(errors);
        }

        if (!isRoot)
            throw new UsageException(CannotStart($"a user namespace that shows them cannot be had ({refusal})"));
        Place();
        return [];
    }

    private void Place()
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (string file in Files)
            {
                string target = Path.Combine(folder, file);
                if (!File.Exists(target))
                    File.Copy(Path.Combine(share, "prometheus/alertmanager", file), target);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(CannotStart($"they cannot be put there ({e.Message.TrimEnd('.')})"), e);
        }
    }

    private string CannotStart(string why) =>
        $"Debian's Alertmanager needs its templates in {folder}, and {why}; " +
        "install prometheus-alertmanager, or put alertmanager and amtool on PATH";
}
