using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class DefaultTemplatesTests : IDisposable
{
    private readonly TemporaryHome _home = new();
    private readonly string _share;
    private readonly string _folder;

    public DefaultTemplatesTests()
    {
        // What mount would take for a list and for options.
        _share = _home.PathOf("un:packed, here/usr/share");
        _folder = _home.PathOf("usr/share/prometheus/alertmanager");
        Put(Path.Combine(_share, "prometheus/alertmanager"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_that_are_there_need_nothing()
    {
        Put(_folder);
        Assert.Empty(await Of(unshare: null, isRoot: false).LaunchAsync(Cancellation));
    }

    [Fact]
    public async Task A_namespace_shows_the_files_to_the_program_and_to_nobody_else()
    {
        const string folder = "/usr/share/prometheus/alertmanager";
        Assert.SkipWhen(File.Exists(folder + "/default.tmpl"), "Alertmanager is installed on this machine");
        DefaultTemplates templates = new(_share, folder, Executables.Find("unshare"), isRoot: false);
        IReadOnlyList<string> launch = [];
        try
        {
            launch = await templates.LaunchAsync(Cancellation);
        }
        catch (UsageException refused)
        {
            Assert.Skip(refused.Message);
        }

        List<string> seen = [];
        (int code, string errors) = await ToolRun.RunAsync(
            launch[0], [.. launch.Skip(1), "/bin/cat", folder + "/default.tmpl"], _home.Root, seen.Add, Cancellation);
        Assert.True(code == 0, errors);
        Assert.Equal(["text of default.tmpl"], seen);
        Assert.False(File.Exists(folder + "/default.tmpl"));
    }

    [Fact]
    public async Task Where_a_namespace_is_refused_root_puts_the_files_in_place()
    {
        string refusing = _home.WriteScript("unshare", "echo 'unshare: Operation not permitted' >&2; exit 1");
        Assert.Empty(await Of(refusing, isRoot: true).LaunchAsync(Cancellation));
        string placed = await File.ReadAllTextAsync(Path.Combine(_folder, "email.tmpl"), Cancellation);
        Assert.Equal("text of email.tmpl", placed);
        Assert.True(File.Exists(Path.Combine(_folder, "default.tmpl")));
    }

    [Fact]
    public async Task Where_a_namespace_is_refused_others_are_told_why_and_what_to_do()
    {
        string refusing = _home.WriteScript("unshare", "echo 'unshare: Operation not permitted' >&2; exit 1");
        UsageException refused = await Assert.ThrowsAsync<UsageException>(
            () => Of(refusing, isRoot: false).LaunchAsync(Cancellation));
        Assert.Equal(
            $"Debian's Alertmanager needs its templates in {_folder}, and a user namespace that shows them cannot be "
            + "had (unshare: Operation not permitted); install prometheus-alertmanager, or put alertmanager and amtool "
            + "on PATH",
            refused.Message);
    }

    [Fact]
    public async Task A_folder_that_root_cannot_write_is_said_as_well()
    {
        _home.Write("usr", "a file where a folder should be");
        UsageException refused = await Assert.ThrowsAsync<UsageException>(
            () => Of(unshare: null, isRoot: true).LaunchAsync(Cancellation));
        Assert.Contains("cannot be put there", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private static void Put(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in (ReadOnlySpan<string>)["default.tmpl", "email.tmpl"])
            File.WriteAllText(Path.Combine(folder, file), "text of " + file);
    }

    private DefaultTemplates Of(string? unshare, bool isRoot) => new(_share, _folder, unshare, isRoot);
}
