namespace Alys.PromQL.Regexes;

/// <summary>What is known of a part of a regular expression.</summary>
/// <param name="IsNullable">Whether it matches the empty text.</param>
/// <param name="Height">How many levels its tree has.</param>
/// <param name="Repeats">The largest product of the counts of repetitions inside one another.</param>
internal readonly record struct RegexShape(bool IsNullable, int Height, int Repeats)
{
    /// <summary>One character of some kind.</summary>
    public static RegexShape Character { get; } = new(false, 1, 1);

    /// <summary>A place between characters.</summary>
    public static RegexShape Place(bool isAtEmpty) => new(isAtEmpty, 1, 1);
}
