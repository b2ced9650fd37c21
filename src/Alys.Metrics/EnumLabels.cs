using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Alys.Metrics;

/// <summary>The label values of an enum, and whether it can be a label. Not generic: a catalog has dozens of enums, and
/// the code for each would be compiled anew, for one use.</summary>
internal sealed class EnumLabels
{
    internal EnumLabels(Type type)
    {
        string[] names = Enum.GetNames(type);
        Values = Array.ConvertAll(names, name => Render(type, name));
        Error = Check(type);
    }

    /// <summary>The label values of all members, in the order of their numbers.</summary>
    internal string[] Values { get; }

    /// <summary>Why it cannot be a label; null when it can.</summary>
    internal string? Error { get; }

    private static string Render(Type type, string name) =>
        type.GetField(name)!.GetCustomAttribute<LabelValueAttribute>()?.Value
        ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private string? Check(Type type)
    {
        if (Values.Length == 0) return $"{type.Name} has no members to be label values.";
        Array numbers = Enum.GetValuesAsUnderlyingType(type);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < Values.Length; i++)
        {
            if (Convert.ToDecimal(numbers.GetValue(i), CultureInfo.InvariantCulture) != i)
                return $"{type.Name} cannot be a label: its members must be numbered 0, 1, 2, … without gaps.";
            if (!seen.Add(Values[i])) return $"Two members of {type.Name} have the label value '{Values[i]}'.";
        }

        return null;
    }
}
