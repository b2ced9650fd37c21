using Alys.PromQL.Tests.Generated;
using CsCheck;

namespace Alys.PromQL.Tests.Promtool;

/// <summary>The parser and the real promtool 2.42 call the same expressions valid.</summary>
public sealed class AgreementTests
{
    // Any number will do; a fixed one makes every run ask the same.
    private const ulong Seed = 2042;

    [Fact]
    public async Task Of_the_cases_written_down() => await Agreement.AssertAsync(
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "expressions.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)),
    ]);

    [Fact]
    public async Task Of_fourteen_thousand_expressions_made_up_by_chance() => await Agreement.AssertAsync(
    [
        .. Made(AnyExpression.Any, 5_000), .. Made(AnyText.Mutated, 6_000), .. Made(AnyText.Jumbled, 3_000),
    ]);

    [Fact]
    public async Task Of_every_rule_panel_and_runbook()
    {
        Assert.True(RepositoryExpressions.Rules.Count > 80, "the rules were not found");
        Assert.True(RepositoryExpressions.Panels.Count > 200, "the panels were not found");
        Assert.True(RepositoryExpressions.Runbooks.Count > 200, "the runbooks were not found");
        string[] all =
        [
            .. RepositoryExpressions.Rules, .. RepositoryExpressions.Panels.Select(RepositoryExpressions.Filled),
            .. RepositoryExpressions.Runbooks,
        ];
        Assert.All(all, expression => Assert.Empty(PromQLParser.Parse(expression).Diagnostics));
        await Agreement.AssertAsync(all);
    }

    [Fact]
    public void Every_panel_is_read_with_its_variables_too()
    {
        PromQLOptions options = new() { AllowGrafanaVariables = true };
        Assert.All(
            RepositoryExpressions.Panels,
            query => Assert.Empty(PromQLParser.Parse(query, options).Diagnostics));
    }

    private static IEnumerable<string> Made(Gen<string> gen, int count)
    {
        var random = new PCG(1, Seed);
        for (int i = 0; i < count; i++) yield return gen.Generate(random, null, out _);
    }
}
