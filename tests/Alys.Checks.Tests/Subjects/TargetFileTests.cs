using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Subjects;

public sealed class TargetFileTests
{
    [Fact]
    public void Its_targets_are_those_of_all_groups() => Assert.Equal(
        ["a:1", "b:2", "c:3"],
        Assert.Single(
            Given.Subject("t.yml", "- targets: [a:1, 'b:2']\n- targets: ['c:3']\n  labels: {x: y}\n").TargetFiles)
            .Targets.Select(target => target.Value));

    [Theory]
    [InlineData("[]")]
    [InlineData("- a: b")]
    [InlineData("- targets: a:1")]
    [InlineData("- targets: [a:1]\n- x")]
    public void Another_list_is_no_such_file(string text) => Assert.Empty(Given.Subject("t.yml", text).TargetFiles);
}
