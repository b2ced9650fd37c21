using Alys.Metrics;
using Alys.Metrics.Node;

namespace Alys.Checks.Catalogs;

/// <summary>Gauges whose value is the number of a state.</summary>
internal static class StateGauges
{
    private static readonly Dictionary<string, IReadOnlyList<string>> All = new(StringComparer.Ordinal)
    {
        ["alys_sync_state"] = LabelValue.All<SyncState>(),
        ["alys_migration_phase"] = LabelValue.All<MigrationPhase>(),
    };

    /// <summary>The states of a gauge by their numbers, from 0; null when its value is no state.</summary>
    public static IReadOnlyList<string>? StatesOf(string metric) => All.GetValueOrDefault(metric);
}
