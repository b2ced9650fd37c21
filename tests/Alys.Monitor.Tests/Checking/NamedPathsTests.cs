using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Checking;

/// <summary>"No problem" is said only of what was looked at.</summary>
public sealed class NamedPathsTests : IDisposable
{
    private const string Rule = "groups: [{name: a, rules: [{alert: A, expr: up == 0}]}]";

    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("a.yml", "", "a.yml is empty: name a file that has something to check")]
    [InlineData("a.yml", "\n \n", "a.yml is empty: name")]
    [InlineData("a.yml", "groups: []", "there is no rule in a.yml: write one")]
    [InlineData("a.yml", "kind: PrometheusRule\nspec: {groups: [{name: a, rules: []}]}", "there is no rule in a.yml")]
    [InlineData("a.yml", "a: b", "a.yml is of no kind that is checked: those are rules (groups or PrometheusRule), ")]
    [InlineData("a.json", "{}", "a.json is of no kind that is checked")]
    [InlineData("a.md", "# A", "a.md is of no kind that is checked")]
    [InlineData("runbooks/README.md", "# A", "runbooks/README.md is of no kind that is checked")]
    public async Task A_file_of_which_nothing_is_checked_is_bad_use(string name, string text, string said)
    {
        Write(name, text);
        await RefusedAsync(said, name);
    }

    [Fact]
    public async Task So_is_a_folder_also_beside_a_good_one()
    {
        Write("rules/a.yml", Rule);
        Write("none/a.yml", "groups: []");
        Write("none/b.yml", "a: b");
        Write("none/notes.txt", "");
        await RefusedAsync("there is nothing to check in none: name a folder or a file with rules", "rules", "none");
        await RefusedAsync("there is nothing to check in none/: name", "none/");
    }

    [Theory]
    [InlineData("groups: [{name: a, rules: [{alert: A}]}]")]
    [InlineData("groups: [{name: a, rules: [{expr: up == 0}]}]")]
    [InlineData("groups: {name: a}")]
    public async Task A_rule_that_is_written_wrongly_is_a_problem_and_no_bad_use(string text)
    {
        Write("a.yml", text);
        (int code, string output, string errors) = await MonitorProcess.RunInAsync(_home.Root, ["check", "a.yml"]);
        Assert.Equal("", errors);
        Assert.Contains("[rule/structure]", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData("a.yml")]
    [InlineData(".")]
    [InlineData("./")]
    [InlineData("a.yml", "runbooks/A.md", "runbooks/README.md")]
    [InlineData("a.yml", "runbooks/")]
    [InlineData("broken.yml")]
    public async Task What_has_something_is_checked(params string[] paths)
    {
        Write("a.yml", Rule);
        Write("broken.yml", "a: [");
        Write("b.yml", "a: b");
        Write("runbooks/A.md", "# A");
        Write("runbooks/README.md", "# All");
        (int code, string output, string errors) = await MonitorProcess.RunInAsync(_home.Root, ["check", .. paths]);
        Assert.Equal("", errors);
        Assert.Equal(1, code);
        Assert.Contains("problem(s)", output, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(string said, params string[] paths)
    {
        (int code, string output, string errors) = await MonitorProcess.RunInAsync(_home.Root, ["check", .. paths]);
        Assert.Equal("", output);
        Assert.StartsWith("alys-monitor: " + said, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, code);
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_home.PathOf(path))!);
        _home.Write(path, text);
    }
}
