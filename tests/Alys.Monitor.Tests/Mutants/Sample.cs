using System.Security.Cryptography;
using System.Text;

namespace Alys.Monitor.Tests.Mutants;

/// <summary>The mutants of a run: all when <c>ALYS_MUTANTS</c> is <c>all</c>, those of some rules when it names these
/// with commas between, else some that a number chooses, which is its value. Without one they are the same each time,
/// so that a run fails for what was changed and for nothing else.</summary>
internal static class Sample
{
    private const string Variable = "ALYS_MUTANTS";
    private const int Size = 50;
    private const int ListedSize = 10;

    /// <summary>What leads to the same mutants again.</summary>
    public static string Chosen { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? value
            : "1";

    /// <summary>Whether it is a part that a number chooses: of no rule all mutants.</summary>
    public static bool IsByNumber => Chosen.All(char.IsAsciiDigit);

    public static IReadOnlyList<Mutant> Of(IReadOnlyList<Mutant> all)
    {
        if (Chosen == "all")
            return all;
        if (!IsByNumber)
            return OfRules(all, Chosen.Split(',', StringSplitOptions.TrimEntries));
        HashSet<string> listed = [.. Survivors.Listed.Select(survivor => survivor.Id)];
        return
        [
            .. all.Where(mutant => listed.Contains(mutant.Id)).OrderBy(Place, StringComparer.Ordinal).Take(ListedSize),
            .. all.Where(mutant => !listed.Contains(mutant.Id)).OrderBy(Place, StringComparer.Ordinal).Take(Size),
        ];
    }

    private static Mutant[] OfRules(IReadOnlyList<Mutant> all, string[] names)
    {
        Assert.Empty(names.Except(all.Select(mutant => mutant.Rule.Name)));
        return [.. all.Where(mutant => names.Contains(mutant.Rule.Name))];
    }

    private static string Place(Mutant mutant) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Chosen} {mutant.Id}")));
}
