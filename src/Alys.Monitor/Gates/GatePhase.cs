using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Alys.Metrics;
using Alys.Metrics.Node;

namespace Alys.Monitor.Gates;

/// <summary>How a phase is named on the command line.</summary>
internal static class GatePhase
{
    // Names of the migration's own gate script (ALYS-005) that are none of the label `phase`.
    private static readonly Dictionary<string, MigrationPhase> OtherNames = new(StringComparer.Ordinal)
    {
        ["sync-improvement"] = MigrationPhase.Sync,
        ["governance-integration"] = MigrationPhase.GovernanceStream,
    };

    /// <summary>The names of all phases, as in the label <c>phase</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = LabelValue.All<MigrationPhase>();

    /// <summary>Finds a phase by its number, its label, its label with dashes, or the name that the script of ALYS-005
    /// gives it.</summary>
    public static bool TryFind([NotNullWhen(true)] string? text, out MigrationPhase phase)
    {
        phase = default;
        if (text is null)
            return false;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            phase = (MigrationPhase)number;
            return Enum.IsDefined(phase);
        }

        if (OtherNames.TryGetValue(text, out phase))
            return true;
        string label = text.Replace('-', '_');
        for (int i = 0; i < Names.Count; i++)
        {
            if (Names[i] != label)
                continue;
            phase = (MigrationPhase)i;
            return true;
        }

        return false;
    }

    /// <summary>The phase with its number, such as <c>actor_core (1)</c>.</summary>
    public static string ToText(MigrationPhase phase) =>
        string.Create(CultureInfo.InvariantCulture, $"{Names[(int)phase]} ({(int)phase})");
}
