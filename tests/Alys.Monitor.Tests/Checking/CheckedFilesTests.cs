using Alys.Checks.Sources;
using Alys.Monitor.Checking;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Checking;

public sealed class CheckedFilesTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_folder_gives_the_files_of_the_known_kinds_but_no_templates()
    {
        Write("rules/a.yml", "groups: []");
        Write("templates/a.yml", "groups: [@x@]");
        Write("dashboards/a.json", "{}");
        Write("notes.txt", "");
        Assert.Equal(["dashboards/a.json", "rules/a.yml"], (await ReadAsync(_home.Root)).Select(Relative));
    }

    [Fact]
    public async Task A_file_that_is_named_is_taken_whatever_it_is_called()
    {
        Write("templates/a.rules", "groups: []");
        SourceFile file = Assert.Single(await ReadAsync(Path.Combine(_home.Root, "templates/a.rules")));
        Assert.Equal("groups: []", file.Text);
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        UsageException refused = await Assert.ThrowsAsync<UsageException>(() => ReadAsync("no-such-place"));
        Assert.Contains("no file and no folder no-such-place", refused.Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<SourceFile>> ReadAsync(params string[] paths) =>
        CheckedFiles.ReadAsync(paths, TestContext.Current.CancellationToken);

    private string Relative(SourceFile file) => Path.GetRelativePath(_home.Root, file.Path);

    private void Write(string path, string text)
    {
        string full = Path.Combine(_home.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
