using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Subjects;

public sealed class RuleFileTests
{
    [Theory]
    [InlineData("groups: []", true)]
    [InlineData("groups: [{name: a}]", true)]
    [InlineData("groups: [{name: a, rules: []}, {name: b, rules: null}]", true)]
    [InlineData("groups: {name: a}", false)]
    [InlineData("groups: [a]", false)]
    [InlineData("groups: [{name: a, rules: {alert: A}}]", false)]
    [InlineData("groups: [{name: a, rules: [{alert: A}]}]", false)]
    public void A_file_is_empty_when_nothing_is_said_in_it_not_even_wrongly(string text, bool isEmpty) =>
        Assert.Equal(isEmpty, Assert.Single(Given.Subject("a.yml", text).RuleFiles).IsEmpty);

    [Theory]
    [InlineData("groups: []", false)]
    [InlineData("kind: PrometheusRule\nspec: {groups: []}", true)]
    public void A_manifest_is_told_from_a_file_of_rules(string text, bool isManifest) =>
        Assert.Equal(isManifest, Assert.Single(Given.Subject("a.yml", text).RuleFiles).IsManifest);
}
