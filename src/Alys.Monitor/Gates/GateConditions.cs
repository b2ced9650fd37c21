using Alys.Metrics.Node;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Gates;

/// <summary>What the gate asks. Each query gives one sample, or none when there is nothing to judge by.</summary>
/// <remarks><b>Source:</b> the conditions of the migration's own gate script (ALYS-005), without its two faults: it
/// takes what is missing for 0, and a rollback of last month for one of now.</remarks>
internal static class GateConditions
{
    private const string NoPage = "Prometheus has no such metric of it: is the library inside the node?";

    /// <summary>The alerts of which none may fire.</summary>
    public const string Alerts = "ALERTS{alertstate=\"firing\", severity=\"critical\"}"
        + " or ALERTS{alertstate=\"firing\", severity=\"warning\", component=\"migration\"}";

    /// <summary>How many targets a selector has; there must be one.</summary>
    public static string Targets(GateSettings settings) => $"count(up{{{settings.Selector}}})";

    /// <summary>All conditions, in the order of the table.</summary>
    public static IReadOnlyList<GateCondition> Of(GateSettings settings) =>
        [.. Data(settings), .. Migration(settings), .. Node(settings), .. Comparison(settings)];

    private static IEnumerable<GateCondition> Data(GateSettings settings)
    {
        string node = settings.Selector;
        string window = Durations.ToText(settings.Window);
        yield return new(
            "node", $"answers every scrape of the last {window}",
            $"max(min_over_time(up{{{node}}}[{window}]) and up{{{node}}} offset {window})",
            GateComparison.Equals, 1,
            $"Prometheus has not known it for {window}: wait, or ask of less with "
            + GateSettings.WindowSetting.OptionName);
        yield return new(
            "data", "seconds since the newest value",
            $"time() - max(timestamp(alys_migration_phase{{{node}}}))",
            GateComparison.AtMost, settings.MaxAge.TotalSeconds, NoPage, TooFar: true);
        yield return new(
            "rules", "rules of alerts that are evaluated",
            "count(ALERTS{alertname=\"Watchdog\", alertstate=\"firing\"})",
            GateComparison.AtLeast, 1,
            "the alert Watchdog, which always fires, does not: does this Prometheus have the rules?");
        yield return new(
            "alerts", "alerts that fire, critical or of the migration",
            $"count({Alerts}) or vector(0)",
            GateComparison.AtMost, 0, "");
    }

    private static IEnumerable<GateCondition> Migration(GateSettings settings)
    {
        string node = settings.Selector;
        string window = Durations.ToText(settings.Window);
        yield return new(
            "phase", "phase that the node is in",
            $"max(alys_migration_phase{{{node}}})",
            GateComparison.Equals, (int)settings.Phase, NoPage);
        if (settings.Complete)
        {
            yield return new(
                "progress", "per cent of the phase",
                $"max(alys_migration_progress_percent{{{node}, phase=\"{GatePhase.Names[(int)settings.Phase]}\"}})",
                GateComparison.AtLeast, 100, NoPage);
        }

        yield return new(
            "errors", "per cent of the steps",
            $"100 * sum(increase(alys_migration_errors_total{{{node}}}[{window}]))"
            + $" / clamp_min(sum(increase(alys_migration_operations_total{{{node}}}[{window}])), 1)",
            GateComparison.AtMost, settings.MaxErrorPercent, NoPage);
        yield return new(
            "rollbacks", $"rollbacks in {window}",
            $"sum(increase(alys_migration_rollbacks_total{{{node}}}[{window}]))",
            GateComparison.AtMost, 0, NoPage);
        yield return new(
            "mode", "1 while it is being rolled back",
            $"max(alys_migration_mode{{{node}, alys_migration_mode=\"rollback\"}})",
            GateComparison.Equals, 0, NoPage);
    }

    private static IEnumerable<GateCondition> Node(GateSettings settings)
    {
        string node = settings.Selector;
        string window = Durations.ToText(settings.Window);
        yield return new(
            "restarts", $"restarts of one type of actor in {window}",
            "round(max(sum by (actor_type) (increase(alys_actor_restarts_total"
            + $"{{{node}, reason!~\"manual_restart|configuration_change\"}}[{window}]))))",
            GateComparison.AtMost, settings.MaxRestarts, NoPage);
        yield return new(
            "sync", "1 when the sync has failed",
            $"max(alys_sync_state{{{node}}} == bool {(int)SyncState.Failed})",
            GateComparison.Equals, 0, NoPage);
        yield return new(
            "head", $"blocks in {window}",
            $"max(changes(alys_sync_current_height{{{node}}}[{window}]))",
            GateComparison.AtLeast, 1, NoPage);
        yield return new(
            "speed", $"blocks behind, at fewer than {GateCondition.Number(settings.MinBlocksPerSecond)} a second",
            $"max(alys_sync_blocks_behind{{{node}}} * (rate(alys_sync_blocks_applied_total{{{node}}}[{window}])"
            + $" < bool {GateCondition.Number(settings.MinBlocksPerSecond)}))",
            GateComparison.AtMost, settings.MaxBlocksBehind, NoPage);
    }

    private static IEnumerable<GateCondition> Comparison(GateSettings settings)
    {
        string node = settings.Selector;
        string window = Durations.ToText(settings.Window);
        // Where only one of v1 and v2 is at work there is nothing to compare, and that is right.
        string alone = "(max(alys_migration_mode{" + node + ", alys_migration_mode=~\"shadow|canary|parallel\"}) == 0)";
        yield return new(
            "compared", $"v1 and v2 are compared, times in {window}",
            $"sum(increase(alys_migration_comparisons_total{{{node}}}[{window}])) > 0 or on () {alone} + 1",
            GateComparison.AtLeast, 1, $"v1 and v2 were not compared in {window}: does v1 answer?");
        yield return new(
            "mismatches", $"times v1 and v2 disagreed in {window}",
            $"sum(increase(alys_migration_comparisons_total{{{node}, result=\"mismatch\"}}[{window}]))",
            GateComparison.AtMost, 0, NoPage);
        yield return new(
            "divergence", "blocks between the heights of v1 and v2",
            $"max(abs(alys_migration_height_difference_blocks{{{node}}})) or on () {alone}",
            GateComparison.AtMost, settings.MaxHeightDifference, "the height of v1 is not known: does v1 answer?");
    }
}
