using Alys.Checks.Catalogs;
using Alys.Checks.Live;
using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>What is checked: all files that were given, as far as they are of a kind that is known.</summary>
/// <remarks><b>Threads:</b> any; it does not change.</remarks>
public sealed record Subject
{
    /// <summary>The metrics there are: the catalog, those of other programs, and those that rules record.</summary>
    public required KnownMetrics Metrics { get; init; }

    /// <summary>What runs, as far as it was asked.</summary>
    public IReadOnlyList<LiveMetrics> Live { get; init; } = [];

    /// <summary>Files of rules.</summary>
    public IReadOnlyList<RuleFile> RuleFiles { get; init; } = [];

    /// <summary>Files of tests of rules.</summary>
    public IReadOnlyList<RuleTests> RuleTests { get; init; } = [];

    /// <summary>Dashboards.</summary>
    public IReadOnlyList<Dashboard> Dashboards { get; init; } = [];

    /// <summary>Files that provision data sources or dashboards in Grafana.</summary>
    public IReadOnlyList<Provisioning> Provisioning { get; init; } = [];

    /// <summary>Configurations of Prometheus.</summary>
    public IReadOnlyList<PrometheusConfig> PrometheusConfigs { get; init; } = [];

    /// <summary>Configurations of Alertmanager.</summary>
    public IReadOnlyList<AlertmanagerConfig> AlertmanagerConfigs { get; init; } = [];

    /// <summary>Runbooks.</summary>
    public IReadOnlyList<Runbook> Runbooks { get; init; } = [];

    /// <summary>Files that say which metrics are for diagnosis only.</summary>
    public IReadOnlyList<DiagnosticMetrics> Diagnostics { get; init; } = [];

    /// <summary>Files with targets for Prometheus.</summary>
    public IReadOnlyList<TargetFile> TargetFiles { get; init; } = [];

    /// <summary>Files that could not be read.</summary>
    public IReadOnlyList<Problem> Unreadable { get; init; } = [];

    /// <summary>Files of no kind that is known; nothing in them was checked.</summary>
    public IReadOnlyList<SourceFile> Unknown { get; init; } = [];

    /// <summary>The files that something in them was checked of.</summary>
    public IEnumerable<SourceFile> Files =>
    [
        .. RuleFiles.Select(file => file.File), .. RuleTests.Select(file => file.File),
        .. Dashboards.Select(file => file.File), .. Provisioning.Select(file => file.File),
        .. PrometheusConfigs.Select(file => file.File), .. AlertmanagerConfigs.Select(file => file.File),
        .. Runbooks.Select(file => file.File), .. Diagnostics.Select(file => file.File),
        .. TargetFiles.Select(file => file.File),
    ];

    /// <summary>All rules.</summary>
    public IEnumerable<Rule> Rules => RuleFiles.SelectMany(file => file.Rules);

    /// <summary>All rules that alert.</summary>
    public IEnumerable<Rule> Alerts => Rules.Where(rule => rule.IsAlert);

    /// <summary>All queries of rules, dashboards and runbooks.</summary>
    public IEnumerable<Query> Queries => Rules.SelectMany(rule => rule.Queries)
        .Concat(Dashboards.SelectMany(dashboard => dashboard.Queries))
        .Concat(Runbooks.SelectMany(runbook => runbook.Queries));
}
