using System.Globalization;
using Alys.Metrics;
using Alys.Metrics.Node;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Pictures;

/// <summary>One line of what the two nodes say: the migration, the faults that are on, each node. What changes most is
/// last, so that a narrow terminal cuts it and not the rest.</summary>
internal static class PairStatus
{
    private const string Absent = "–";
    private const string Phase = "alys_migration_phase";
    private const string Progress = "alys_migration_progress_percent";
    private const string Mode = "alys_migration_mode";
    private const string State = "alys_sync_state";
    private const string Height = "alys_sync_current_height";
    private const string Peers = "alys_peer_count";
    private const string Pool = "alys_txpool_size";

    /// <summary>The families that the line is made of.</summary>
    public static IReadOnlyList<string> Families { get; } = [Phase, Progress, Mode, State, Height, Peers, Pool];

    /// <summary>The line; what a node does not tell is shown as absent, never as 0.</summary>
    public static string Compose(NodeView main, NodeView migration) =>
        Migration(migration.Page) + Faults("v1", main) + Faults("v2", migration) + Node("v1", main)
        + Node("v2", migration);

    /// <summary>What the line is about: changes with the phase, the mode, the faults, and when a node goes or
    /// comes.</summary>
    public static string Subject(NodeView main, NodeView migration) => string.Join(
        ' ',
        (string[])
        [
            PhaseOf(migration.Page), ModeOf(migration.Page), main.Page is null ? "-" : "v1",
            migration.Page is null ? "-" : "v2", .. main.Faults.Select(fault => fault.Name),
            "|", .. migration.Faults.Select(fault => fault.Name),
        ]);

    private static string Migration(MetricPage? page)
    {
        string phase = PhaseOf(page);
        return $"{phase} {Number(page?[$"{Progress}{{phase=\"{phase}\"}}"], "0")} %  {ModeOf(page)}";
    }

    private static string Node(string name, NodeView node) => node.Page is not { } page
        ? $"  {name} does not answer"
        : $"  {name} {StateOf(page)} {Number(page[Height], "N0")} peers {Number(page[Peers], "N0")}"
            + $" pool {Number(page[Pool], "N0")}";

    private static string Faults(string name, NodeView node) => string.Concat(node.Faults.Select(fault =>
        string.Create(CultureInfo.InvariantCulture, $"  [{name} {fault.Name} {fault.SecondsLeft:0} s]")));

    private static string PhaseOf(MetricPage? page) =>
        page?[Phase] is { } phase ? LabelValue.Of((MigrationPhase)(int)phase) : Absent;

    private static string ModeOf(MetricPage? page)
    {
        foreach (string mode in Enum.GetValues<MigrationMode>().Select(LabelValue.Of))
        {
            if (page?[$"{Mode}{{{Mode}=\"{mode}\"}}"] == 1)
                return mode;
        }

        return Absent;
    }

    private static string StateOf(MetricPage page) =>
        page[State] is { } state ? LabelValue.Of((SyncState)(int)state) : Absent;

    private static string Number(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? Absent;
}
