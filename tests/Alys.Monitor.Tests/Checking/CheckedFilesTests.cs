using Alys.Checks;
using Alys.Checks.Sources;
using Alys.Monitor.Checking;
using Alys.Monitor.Stack;
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

    [Fact]
    public async Task A_file_that_two_paths_name_is_read_once()
    {
        Write("a.yml", "groups: []");
        Assert.Single(await ReadAsync(_home.Root, _home.PathOf("../" + Path.GetFileName(_home.Root))));
    }

    [Fact]
    public async Task A_pipe_in_a_folder_is_not_waited_for()
    {
        (int code, _) = await ToolRun.RunAsync(
            "mkfifo", ["a.yml"], _home.Root, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(0, code);
        Link("b.yml", "a.yml");
        Assert.All(await ReadAsync(_home.Root), file => Assert.Equal("", file.Text));
    }

    [Fact]
    public async Task A_link_to_a_folder_is_not_followed_and_one_to_a_file_is()
    {
        Write("rules/a.yml", "groups: []");
        Directory.CreateSymbolicLink(_home.PathOf("rules/again"), ".");
        Directory.CreateSymbolicLink(_home.PathOf("other"), "rules");
        Link("b.yml", "rules/a.yml");
        Assert.Equal(["b.yml", "rules/a.yml"], (await ReadAsync(_home.Root)).Select(Relative));
        Assert.Single(await ReadAsync(_home.PathOf("other")));
    }

    [Theory]
    [InlineData("none.yml")]
    [InlineData("b.yml")]
    public async Task A_link_that_leads_nowhere_is_a_problem_and_the_others_are_read(string target)
    {
        Write("a.yml", "groups: []");
        Link("b.yml", target);
        CheckedSources found = await CheckedFiles.ReadAsync([_home.Root], TestContext.Current.CancellationToken);
        Assert.Equal("a.yml", Relative(Assert.Single(found.Files)));
        Problem problem = Assert.Single(found.Broken);
        Assert.Equal(
            ("file/readable", "b.yml", "this link leads to no file"),
            (problem.Check, Relative(problem.Where.File), problem.Message));
    }

    private static async Task<IReadOnlyList<SourceFile>> ReadAsync(params string[] paths)
    {
        CheckedSources found = await CheckedFiles.ReadAsync(paths, TestContext.Current.CancellationToken);
        Assert.Empty(found.Broken);
        return found.Files;
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(_home.PathOf(path), target);

    private string Relative(SourceFile file) => Path.GetRelativePath(_home.Root, file.Path);

    private void Write(string path, string text)
    {
        string full = Path.Combine(_home.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
