using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static Alys.Monitor.Tests.Dashboards.DashboardFile;

namespace Alys.Monitor.Tests.Dashboards;

/// <summary>The rules of grafana/dashboard-linter for dashboards of Prometheus, under its names.</summary>
internal static partial class LintRules
{
    /// <summary>Series that no node exposes, so no job and no instance of the chosen ones has them, and whose they
    /// are.</summary>
    private static readonly IReadOnlyDictionary<string, string> OfNoNode = new Dictionary<string, string>
    {
        ["ALERTS{"] = "the rules make it; an alert may be about a node that is gone, and then must not be missed",
        ["job=\"node\""] = "node exporter speaks of the machine, under an instance of its own",
    };

    // Those of Grafana's units that are in use; another one has to be one of its list, too.
    private static readonly HashSet<string> Units =
    [
        "none", "short", "locale", "percent", "percentunit", "bytes", "decbytes", "Bps", "s", "dtdurations", "ops",
        "reqps", "cpm", "dateTimeAsIso",
    ];

    /// <summary>The rules by name; each says what it finds.</summary>
    public static readonly IReadOnlyDictionary<string, Func<DashboardFile, IEnumerable<string>>> All =
        new Dictionary<string, Func<DashboardFile, IEnumerable<string>>>
        {
            ["template-datasource-rule"] = Datasource,
            ["template-job-rule"] = dashboard => Template(dashboard, "job", "Job"),
            ["template-instance-rule"] = dashboard => Template(dashboard, "instance", "Instance"),
            ["template-on-time-change-reload-rule"] = dashboard => dashboard.Variables
                .Where(variable => Text(variable, "type") == "query" && variable["refresh"]?.GetValue<int>() != 2)
                .Select(variable => Text(variable, "name")),
            ["panel-datasource-rule"] = dashboard => dashboard.Panels
                .Where(panel => Targets(panel).Append(panel).Any(part => !IsChosen(part["datasource"])))
                .Select(Title),
            ["panel-title-description-rule"] = dashboard => dashboard.Panels
                .Where(panel => Title(panel) == "" || !Text(panel, "description").EndsWith('.')).Select(Title),
            ["panel-units-rule"] = dashboard => dashboard.Panels
                .Where(panel => !Units.Contains(Text(panel["fieldConfig"]!["defaults"]!, "unit"))).Select(Title),
            ["panel-no-targets-rule"] = dashboard => dashboard.Panels
                .Where(panel => !Targets(panel).Any(target => Text(target, "expr") != "")).Select(Title),
            ["target-rate-interval-rule"] = dashboard => dashboard.Queries
                .Where(query => Rate().Matches(query.Expression)
                    .Any(rate => rate.Groups["range"].Value != "$__rate_interval"))
                .Select(query => query.ToString()),
            ["target-job-rule"] = dashboard => Without(dashboard, "job=~\"$job\""),
            ["target-instance-rule"] = dashboard => Without(dashboard, "instance=~\"$instance\""),
            ["target-counter-agg-rule"] = dashboard => dashboard.Queries
                .Where(query => Counter().Matches(query.Expression).Any(counter => !IsAggregated(counter)))
                .Select(query => query.ToString()),
            ["uneditable-dashboard"] = dashboard =>
                dashboard.Root["editable"]?.GetValue<bool>() == false ? [] : [dashboard.Uid],
        };

    private static string Title(JsonObject panel) => Text(panel, "title");

    private static bool IsChosen(JsonNode? datasource) =>
        datasource is not null && Text(datasource, "uid") == "${datasource}";

    private static IEnumerable<string> Datasource(DashboardFile dashboard)
    {
        JsonObject[] sources = [.. dashboard.Variables.Where(one => Text(one, "type") == "datasource")];
        return sources is [var only] && Text(only, "name") == "datasource" && Text(only, "label") == "Data source"
            && Text(only, "query") == "prometheus" ? [] : [$"{sources.Length} variables of data sources"];
    }

    private static IEnumerable<string> Template(DashboardFile dashboard, string name, string label)
    {
        JsonObject? variable = dashboard.Variables.SingleOrDefault(one => Text(one, "name") == name);
        return variable is not null && Text(variable, "type") == "query" && Text(variable, "label") == label
            && variable["multi"]?.GetValue<bool>() == true && Text(variable, "allValue") == ".+"
            && IsChosen(variable["datasource"]) ? [] : [$"{dashboard.Uid}: {name}"];
    }

    /// <summary>The queries with a selector that lacks a matcher, or with a metric that has no selector.</summary>
    private static IEnumerable<string> Without(DashboardFile dashboard, string matcher) => dashboard.Queries
        .Where(query => !OfNoNode.Keys.Any(part => query.Expression.Contains(part, StringComparison.Ordinal)))
        .Where(query => BareMetric().IsMatch(query.Expression)
            || Selector().Matches(query.Expression) is var selectors
            && (selectors.Count == 0
                || selectors.Any(one => !one.Value.Contains(matcher, StringComparison.Ordinal))))
        .Select(query => query.ToString());

    private static bool IsAggregated(Match counter) =>
        counter.Groups["function"].Value is "rate" or "irate" or "increase" && counter.Groups["range"].Success;

    [GeneratedRegex(@"\bi?rate\([^\[\]]*\[(?<range>[^\]]*)\]")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(?:(?<function>\w+)\()?\b\w+_total\b(?:\{[^}]*\})?(?<range>\[)?")]
    private static partial Regex Counter();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\b(alys|process|prometheus|alertmanager|dotnet|scrape|node)_\w+\b(?!\{)")]
    private static partial Regex BareMetric();
}
