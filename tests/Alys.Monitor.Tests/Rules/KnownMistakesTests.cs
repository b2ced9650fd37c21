using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Rules;

public sealed partial class KnownMistakesTests
{
    [Fact]
    public void Every_case_that_the_table_names_is_there()
    {
        string tests = string.Concat(
            CommittedRules.Names("tests").Select(name => CommittedRules.Text("tests/" + name)));
        string[] named = [.. Row().Matches(CommittedRules.Text("tests/README.md"))
            .Select(row => row.Groups["case"].Value)];
        Assert.True(named.Length > 20, $"only {named.Length} cases were found in the table");
        Assert.All(named, name => Assert.Contains($"  - name: '{name}'\n", tests, StringComparison.Ordinal));
    }

    // A word is a class of tests; a case is a sentence.
    [GeneratedRegex("^\\| .+ \\| `(?<case>[^`]* [^`]*)`", RegexOptions.Multiline)]
    private static partial Regex Row();
}
