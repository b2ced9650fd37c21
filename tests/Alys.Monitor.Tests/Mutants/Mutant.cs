using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Mutants;

/// <summary>A rule with one thing wrong in it.</summary>
/// <param name="Rule">The rule as it is right.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Id">Its name, which stays the same while the rule does.</param>
/// <param name="Text">The rule as it is wrong.</param>
internal sealed record Mutant(RuleText Rule, MutationKind Kind, string Id, string Text)
{
    public override string ToString() => Id;
}
