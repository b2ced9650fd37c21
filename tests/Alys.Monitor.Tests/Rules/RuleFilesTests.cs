using Alys.Monitor.Rules;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Rules;

public sealed class RuleFilesTests
{
    [Fact]
    public async Task What_is_written_are_the_committed_rules_and_no_old_ones()
    {
        using TemporaryHome home = new();
        Directory.CreateDirectory(home.PathOf("rules"));
        home.Write("rules/old.yml", "");
        await RuleFiles.WriteAsync(home.Root, TestContext.Current.CancellationToken);
        Assert.Equal(CommittedRules.Names("rules"), Names(home.PathOf("rules")));
        Assert.All(RuleFiles.Names, name => Assert.Equal(Resources.Text(name), File.ReadAllText(home.PathOf(name))));
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
