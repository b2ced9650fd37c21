using System.Globalization;

namespace Alys.Monitor.Stack;

/// <summary>
/// Programs from Debian's packages without installing them: downloaded by apt and unpacked below <c>tools/</c>, which
/// needs no root. The machine's package lists are used when it has some; otherwise, or when they turn out to be too
/// old, lists of our own, from the machine's own sources.
/// </summary>
internal sealed class DebianPackage(AlysHome home, Action<string> progress)
{
    private const string MachineLists = "/var/lib/apt/lists";

    /// <summary>
    /// The folder that holds the package's files (<c>usr/bin/…</c>) and those of its companions, downloaded if it is
    /// not there yet.
    /// </summary>
    /// <param name="name">The package, which also names the folder.</param>
    /// <param name="companions">Other packages whose files it needs beside its own.</param>
    /// <param name="cancellation">Ends the download; nothing half-done stays.</param>
    /// <exception cref="UsageException">This is no Debian, or apt could not get it.</exception>
    public Task<string> EnsureAsync(
        string name, IReadOnlyList<string> companions, CancellationToken cancellation) =>
        Unpacking.EnsureAsync(home, name, folder => FillAsync(name, companions, folder, cancellation));

    private static bool MachineHasLists() =>
        Directory.Exists(MachineLists) && Directory.EnumerateFiles(MachineLists, "*_Packages*").Any();

    // Where apt keeps its lists and its cache when they are ours. Source: apt.conf(5), apt_preferences(5).
    private static List<string> OwnLists(string folder) =>
    [
        "-o", $"Dir::State={folder}/state",
        "-o", "Dir::State::status=/var/lib/dpkg/status",
        "-o", $"Dir::Cache={folder}/cache",
        "-o", "Acquire::Languages=none",
        "-o", "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false",
    ];

    private async Task FillAsync(
        string name, IReadOnlyList<string> companions, string target, CancellationToken cancellation)
    {
        if (Executables.Find("apt-get") is not { } apt || Executables.Find("dpkg-deb") is not { } dpkg)
        {
            throw new UsageException(
                $"{name} is not on PATH and this machine has no apt-get and dpkg-deb to get it with; " +
                $"install {name} and put it on PATH");
        }

        string work = Path.GetDirectoryName(target)!;
        await DownloadAsync(apt, [name, .. companions], work, cancellation);
        progress($"{name}: unpacking");
        foreach (string package in Directory.EnumerateFiles(work, "*.deb"))
        {
            (int code, string errors) =
                await ToolRun.RunAsync(dpkg, ["-x", package, target], work, _ => { }, cancellation);
            if (code != 0)
                throw Failure(name, errors);
        }
    }

    private async Task DownloadAsync(
        string apt, IReadOnlyList<string> names, string work, CancellationToken cancellation)
    {
        if (MachineHasLists())
        {
            (int code, _) = await AptAsync(apt, "download", [], names, $"{names[0]}: downloading", work, cancellation);
            if (code == 0)
                return;
        }

        foreach (string folder in (ReadOnlySpan<string>)["state/lists/partial", "cache/archives/partial"])
            Directory.CreateDirectory(Path.Combine(work, folder));
        List<string> own = OwnLists(work);
        (int updated, string updateErrors) =
            await AptAsync(apt, "update", own, [], $"{names[0]}: reading Debian's package lists", work, cancellation);
        (int downloaded, string errors) =
            await AptAsync(apt, "download", own, names, $"{names[0]}: downloading", work, cancellation);
        if (downloaded != 0)
            throw Failure(names[0], updated != 0 ? updateErrors : errors);
    }

    private Task<(int ExitCode, string Errors)> AptAsync(
        string apt,
        string verb,
        List<string> options,
        IReadOnlyList<string> names,
        string what,
        string work,
        CancellationToken cancellation)
    {
        progress(what);
        // Status-Fd makes apt print machine-readable progress; without the sandbox user it need not warn about our
        // folder.
        string[] arguments =
            [verb, "-qq", .. options, "-o", "APT::Status-Fd=1", "-o", "APT::Sandbox::User=", .. names];
        return ToolRun.RunAsync(apt, arguments, work, line => Report(what, line), cancellation);
    }

    // "dlstatus:3:41.5:Retrieving file 3 of 12"
    private void Report(string what, string line)
    {
        string[] parts = line.Split(':');
        if (parts is ["dlstatus", _, var percent, ..]
            && double.TryParse(percent, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"{what} {value:0} %"));
        }
    }

    private static UsageException Failure(string name, string errors) => new(
        $"cannot get {name} from Debian's packages: {ToolRun.TellingLine(errors)} " +
        $"Check the network, or install {name} and put it on PATH.");
}
