using System.Globalization;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Mutants;

/// <summary>Whether the cases of the rules would notice a mistake in a rule.</summary>
public sealed class MutantTests
{
    private const double Goal = 0.96;
    private const int SomeRules = 10;

    [Fact]
    public async Task A_mistake_in_a_rule_makes_one_of_its_cases_fail()
    {
        using TemporaryHome home = new(withSharedTools: true);
        Trials trials = await TrialsAsync(home);
        IReadOnlyList<Mutant> mutants = Sample.Of(Mutations.All);
        IReadOnlyList<Mutant> survivors = await trials.PassAsync(mutants, mutant => (mutant.Rule, mutant.Text));
        Report(mutants, survivors);

        // Of those that were tried, every survivor is listed and every listed one survives.
        Assert.Equal(
            Survivors.Listed.Select(survivor => survivor.Id).Intersect(mutants.Select(mutant => mutant.Id))
                .Order(StringComparer.Ordinal),
            survivors.Select(survivor => survivor.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_cases_pass_when_nothing_is_wrong()
    {
        using TemporaryHome home = new(withSharedTools: true);
        Trials trials = await TrialsAsync(home);
        RuleText[] rules =
        [
            .. Sample.Of(Mutations.All).Select(mutant => mutant.Rule).Distinct()
                .Take(Sample.IsByNumber ? SomeRules : int.MaxValue),
        ];
        Assert.Empty(rules.Except(await trials.PassAsync(rules, rule => (rule, rule.Text))));
    }

    [Fact]
    public void Nearly_all_mistakes_are_noticed_and_each_that_is_not_has_a_reason()
    {
        Assert.All(Survivors.Listed, survivor => Assert.NotEqual("", survivor.Reason.Trim()));
        Assert.Empty(Survivors.Listed.Select(survivor => survivor.Id).Except(Mutations.All.Select(one => one.Id)));
        Assert.Equal(Mutations.All.Count, Mutations.All.DistinctBy(mutant => mutant.Id).Count());
        Assert.InRange(1 - Survivors.Listed.Count / (double)Mutations.All.Count, Goal, 1);
    }

    private static async Task<Trials> TrialsAsync(TemporaryHome home)
    {
        PrometheusPackage package =
            await PrometheusPackage.EnsureAsync(home.Home, _ => { }, TestContext.Current.CancellationToken);
        return new Trials(home, package.Promtool);
    }

    private static void Report(IReadOnlyList<Mutant> mutants, IReadOnlyList<Mutant> survivors)
    {
        ITestOutputHelper? output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"{mutants.Count} of {Mutations.All.Count} mutants, chosen by {Sample.Chosen}");
        foreach (IGrouping<MutationKind, Mutant> kind in mutants.GroupBy(mutant => mutant.Kind).OrderBy(one => one.Key))
            output?.WriteLine(Line($"{kind.Key}", kind.Count(), survivors.Count(mutant => mutant.Kind == kind.Key)));
        output?.WriteLine(Line("all", mutants.Count, survivors.Count));
        foreach (Mutant survivor in survivors)
            output?.WriteLine($"survivor: {survivor.Rule.File} {survivor}");
    }

    private static string Line(string kind, int count, int survived) => string.Create(
        CultureInfo.InvariantCulture,
        $"{kind,-12} {count,5} mutants, {count - survived,5} killed, {100.0 * (count - survived) / count,6:F1} %");
}
