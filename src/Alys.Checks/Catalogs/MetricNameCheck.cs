using System.Text.RegularExpressions;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Catalogs;

/// <summary>A name that is not what Prometheus' naming rules, or ours, ask for.</summary>
/// <remarks><b>Source:</b> "Metric and label naming" of the documentation of Prometheus.</remarks>
public sealed partial class MetricNameCheck : ICheck
{
    // Names that are contracts: the ticket's, and those of v1's counters, which operators already use.
    private static readonly string[] Given =
    [
        "alys_peer_count", "alys_aura_slot_author_retrievals", "alys_aura_slot_claim_totals",
        "alys_chain_block_production_totals", "alys_chain_network_gossip_totals", "alys_chain_pegin_totals",
        "alys_chain_process_block_totals",
    ];

    private static readonly string[] WrongUnits =
    [
        "_ms", "_milliseconds", "_micros", "_nanoseconds", "_minutes", "_hours", "_kb", "_mb", "_kilobytes",
        "_megabytes",
    ];

    /// <inheritdoc/>
    public string Id => "catalog/metric-name";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from metric in subject.Metrics.Own
               let why = Given.Contains(metric.Family.Name) ? null : Why(metric.Family)
               where why is not null
               select new Problem(
                   Id, CatalogText.At(subject.Metrics, metric.Family.Name), $"{metric.Family.Name} {why}",
                   "The form is alys_<subsystem>_<what>_<unit>, with _total behind a counter.");
    }

    private static string? Why(MetricFamily family)
    {
        string name = family.Name;
        bool isCounter = family.Kind == MetricKind.Counter;
        if (!Name().IsMatch(name)) return "is not in small letters with a known prefix";
        if (isCounter != name.EndsWith("_total", StringComparison.Ordinal))
            return isCounter ? "is a counter without _total" : "ends in _total and is no counter";
        if (name.EndsWith("_count", StringComparison.Ordinal) || name.EndsWith("_sum", StringComparison.Ordinal)
            || name.EndsWith("_bucket", StringComparison.Ordinal))
        {
            return "ends like a part of a histogram";
        }

        return WrongUnits.FirstOrDefault(unit => name.EndsWith(unit, StringComparison.Ordinal)
                || name.EndsWith(unit + "_total", StringComparison.Ordinal)) is { } wrong
            ? $"has the unit {wrong[1..]}, which is no base unit" : null;
    }

    [GeneratedRegex("^(alys|ethereum|process)_[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Name();
}
