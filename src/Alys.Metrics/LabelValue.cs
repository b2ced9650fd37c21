namespace Alys.Metrics;

/// <summary>The label values of enums: each member's name in snake_case, or its
/// <see cref="LabelValueAttribute"/>.</summary>
public static class LabelValue
{
    /// <summary>The label value of a member, such as <c>actor_core</c> of <c>ActorCore</c>; <c>other</c> for a number
    /// that is no member. Cost: one array load.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum
    {
        string[] values = EnumIndex<T>.Values;
        int index = EnumIndex<T>.Of(member);
        return (uint)index < (uint)values.Length ? values[index] : "other";
    }

    /// <summary>The label values of all members, in the order of their numbers.</summary>
    /// <exception cref="ArgumentException">The members are not numbered 0, 1, 2, …, or two have the same label value.
    /// </exception>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum =>
        EnumIndex<T>.Labels.Error is { } error ? throw new ArgumentException(error) : EnumIndex<T>.Values;
}
