using System.Text.RegularExpressions;

namespace Alys.Repository.Tests.Rules;

public sealed partial class MachinePathTests
{
    [Fact]
    public void No_file_names_a_path_of_one_machine() => Finding.AssertNone(
        Checkout.Files.SelectMany(Find),
        "These paths exist on one machine only: take the folder from an option, the environment or the system.");

    [Theory]
    [InlineData("tmp")]
    [InlineData("root")]
    [InlineData("home")]
    [InlineData("work")]
    public void A_path_below_such_a_folder_is_found(string folder)
    {
        Assert.Single(Find(new SourceFile("A.cs", $"open(\"/{folder}/x.txt\")")));
        Assert.Single(Find(new SourceFile("A.md", $"- /{folder}/alice/data")));
    }

    [Fact]
    public void Other_paths_and_addresses_are_fine() =>
        Assert.Empty(Find(new SourceFile("A.md", "/proc/1/stat /tmp http://example.org/home/x src/work/x /rooted/x")));

    private static IEnumerable<Finding> Find(SourceFile file) =>
        file.AtLines(MachinePath().IsMatch, "a path of one machine");

    [GeneratedRegex(@"(?<![\w.\-])/(tmp|root|home|work)/\w")]
    private static partial Regex MachinePath();
}
