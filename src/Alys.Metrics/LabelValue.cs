using System.Reflection;
using System.Text.Json;

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
        string[] values = Cache<T>.Values;
        int index = EnumIndex<T>.Of(member);
        return (uint)index < (uint)values.Length ? values[index] : "other";
    }

    /// <summary>The label values of all members, in the order of their numbers.</summary>
    /// <exception cref="ArgumentException">The members are not numbered 0, 1, 2, …, or two have the same label value.
    /// </exception>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Cache<T>.Error is { } error ? throw new ArgumentException(error) : Cache<T>.Values;

    private static class Cache<T>
        where T : struct, Enum
    {
        internal static readonly string[] Values = [.. Enum.GetNames<T>().Select(Render)];

        internal static readonly string? Error = Check();

        private static string Render(string name) =>
            typeof(T).GetField(name)!.GetCustomAttribute<LabelValueAttribute>()?.Value
            ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

        private static string? Check()
        {
            T[] members = Enum.GetValues<T>();
            if (members.Length == 0) return $"{typeof(T).Name} has no members to be label values.";
            for (int i = 0; i < members.Length; i++)
            {
                if (EnumIndex<T>.Of(members[i]) != i)
                    return $"{typeof(T).Name} cannot be a label: its members must be numbered 0, 1, 2, … without gaps.";
            }

            string? twice = Values.GroupBy(value => value).FirstOrDefault(group => group.Count() > 1)?.Key;
            return twice is null ? null : $"Two members of {typeof(T).Name} have the label value '{twice}'.";
        }
    }
}
