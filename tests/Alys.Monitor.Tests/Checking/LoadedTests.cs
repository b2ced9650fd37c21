using Alys.Checks;
using Alys.Checks.Alerts;
using Alys.Checks.Catalogs;
using Alys.Checks.Queries;
using Alys.Checks.Reading;
using Alys.Checks.Routes;
using Alys.Checks.Rules;
using Alys.Checks.Scraping;
using Alys.Checks.Sources;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Checking;

/// <summary>What <c>check</c> says that Prometheus or Alertmanager does not load is what their own tools refuse, and
/// the other way round.</summary>
public sealed class LoadedTests
{
    private const string Group = "groups:\n  - name: a\n    rules:\n      - ";
    private const string Alert = Group + "alert: A\n        expr: up == 0\n        ";
    private const string Summary = Alert + "annotations:\n          summary: ";
    private const string Job = "scrape_configs:\n  - job_name: a\n";
    private const string Receivers = "receivers: [{name: a}, {name: b}]\n";
    private const string Route = Receivers + "route:\n  receiver: a\n  ";
    private const string Below = Route + "routes:\n    - receiver: b\n      ";

    private static readonly ICheck[] OfRules =
        [new RuleStructureCheck(), new SyntaxCheck(), new TemplateSyntaxCheck(), new TemplateFunctionCheck()];

    private static readonly ICheck[] OfScraping = [new ScrapeStructureCheck()];

    private static readonly ICheck[] OfRoutes = [new RouteStructureCheck(), new UnknownReceiverCheck()];

    private static readonly string[] RuleFiles =
    [
        Alert, Alert + "for: 5m", Alert + "for: 10", Alert + "for: 0", Alert + "for: 1.5h", Alert + "for: 1h30m",
        Alert + "for: ", Alert + "for: [5m]", Alert + "forr: 5m", Alert + "keep_firing_for: 5x", Alert + "labels: 3",
        Alert + "labels: {a: b, c: 1}", Alert + "labels: {a: }", Alert + "labels: {a: [b]}", Alert + "labels: {a-b: c}",
        Alert + "labels: {__name__: c}", Alert + "annotations: {a b: c}", Alert + "record: a", Alert + "annotations:",
        Group + "alert: A\n        exprs: up", Group + "alert: A", Group + "expr: up",
        Group + "alert: ''\n        expr: up", Group + "alert: A\n        expr: [up]",
        Group + "alert: A\n        expr: 1", Group + "alert: A\n        expr: up ==",
        Group + "record: a:b\n        expr: up", Group + "record: a b\n        expr: up",
        Group + "record: a\n        expr: up\n        for: 5m",
        Group + "record: a\n        expr: up\n        annotations: {b: c}", Group + "record: 1a\n        expr: up",
        "groups:\n  a: b", "groups:\n  - rules: []", "groups:\n  - name: a\n  - name: a", "groups:\n  - name: ''",
        "groups:\n  - name: a\n    rules: {alert: A}", "groups:\n  - name: a\n    interval: 1", "groups: []\nrules: []",
        "groups:\n  - name: a\n    limit: many", "groups:\n  - name: a\n    interval: 1m\n    limit: 5", "groups: 3",
        Summary + "'{{ $labels.a }} {{ .Labels.a }} {{ $value | humanize }} {{ $externalURL }}'",
        Summary + "'{{ $labels.a'", Summary + "'{{ $labls.a }}'", Summary + "'{{ if }}{{ end }}'", Summary + "'{{'",
        Summary + "'{{ if $value }}a'", Summary + "'{{ end }}'", Summary + "'{{ else }}'", Summary + "'{{}}'",
        Summary + "'{{ humanise $value }}'", Summary + "'{{ $value | }}'", Summary + "'{{ ( 1 }}'", Summary + "'}}'",
        Summary + "'{{ printf \"%s }}'", Summary + "'{{ $value & 1 }}'",
        Summary + "'{{ $x := 1 }}{{ $x = 2 }}{{ $x }}'", Summary + "'{{ if 1 }}{{ $x := 1 }}{{ end }}{{ $x }}'",
        Summary + "'{{/* a */}}'",
        Summary + "'{{ range $i, $s := query \"up\" }}{{ .Labels.a }}{{ break }}{{ else }}b{{ end }}'",
        Summary + "'{{ with $labels }}{{ .a }}{{ else }}{{ end }}'", Summary + "'{{ break }}'",
        Summary + "'{{ /* a */ }}'", Summary + "'{{ if 1 }}{{ else if 2 }}{{ else }}{{ end }}'",
        Summary + "'{{ if 1 }}{{ else }}{{ else }}{{ end }}'",
        Summary + "'{{ define \"x\" }}{{ . }}{{ end }}{{ template \"x\" . }}'", Summary + "'{{- /* a */ -}}'",
        Summary + "'{{ template x }}'", Summary + "'{{ index $labels \"a\" `b` ''c'' }}'", Summary + "'{{ .Value.x }}'",
        Summary + "'{{ -1.5e3 }} {{ 0x1F }} {{ true }} {{ nil }}'", Summary + "'{{ len if }}'",
        Summary + "'{{ end 1 }}'", Summary + "'{{ range $a, 1 }}{{ end }}'",
        Summary + "'{{ (query \"up\" | first).Value }}'", Summary + "'{{ 1 ) }}'",
        Summary + "'{{ define \"a\" }}{{ $labels }}{{ end }}'", Summary + "'{{ | len }}'",
        Summary + "'{{ with }}{{ end }}'",
    ];

    private static readonly string[] ScrapeConfigurations =
    [
        Job, Job + "    metrics_path: /a", Job + "    metric_path: /a", Job + "    scrape_interval: 15",
        Job + "    scrape_interval: 15s", Job + "    static_configs: [{targets: ['a:1'], labels: {b: c}}]",
        Job + "    static_configs: [{target: ['a:1']}]", Job + "    static_configs: [{targets: 'a:1'}]",
        Job + "    static_configs: [{targets: ['a:1'], labels: [b]}]", Job + "  - job_name: a",
        Job + "  - scheme: http",
        Job + "    file_sd_configs: [{files: [a.json]}]", Job + "global: {scrape_interval: 15s}",
        Job + "global: {scrape_intervall: 15s}", Job + "global: {external_labels: {a: b}}", Job + "rule_files: [a.yml]",
        Job + "rule_files: a.yml", Job + "rule_file: [a.yml]", Job + "alerting: {alertmanagers: []}",
        Job + "alerting: {alertmanager: []}", "scrape_configs: []\nscrape_confgs: []",
        Job + "alerting: {alertmanagers: [{static_configs: [{targets: ['a:1']}], timeout: 5s}]}",
        Job + "alerting: {alertmanagers: [{timeout: 5}]}", Job + "    honor_labels: true\n    params: {a: [b]}",
    ];

    private static readonly string[] Configurations =
    [
        Receivers, Route, Route + "group_by: [a, b]", Route + "group_by: [a, a]", Route + "group_by: ['...']",
        Route + "group_by: ['...', a]", Route + "group_by: [a-b]", Route + "group_by: a", Route + "group_wait: 0s",
        Route + "group_wait: 30", Route + "group_interval: 0s", Route + "repeat_interval: 0",
        Route + "group_wait: 1.5h", Route + "repeat_interval: 4h", Route + "matchers: [a=b]", Route + "matchers: []",
        Route + "match: {a: b}", Route + "continue: true", Route + "continue: false",
        Route + "mute_time_intervals: [x]", Route + "reciever: a", Receivers + "route: {group_by: [a]}",
        Receivers + "route: {receiver: c}", Receivers + "route:", "route: {}", Below + "continue: true",
        Below + "continue: maybe", Below + "matchers: [a=b, 'c=~\"d|e\"', '{f!=\"g\", h!~i}']", Below + "matchers: a=b",
        Below + "matchers: [a is b]", Below + "matchers: ['a=~\"(\"']", Below + "matchers: ['a=\"b']",
        Below + "matchers: ['a=\"b, {c}\"', 'a = b']", Below + "matchers: ['a==b']", Below + "matchers: ['=b']",
        Below + "matchers: ['a=']", Below + "matchers: ['a=b c=d']", Below + "match: {a: b}\n      match_re: {a: b.*}",
        Below + "match: {a-b: c}", Below + "matchers: [{a: b}]", Below + "mute_time_intervals: [x]",
        Below + "active_time_intervals: [x]\ntime_intervals:\n  - name: x\n    time_intervals: []",
        Route + "\ntime_intervals:\n  - name: x\n  - name: x", Route + "\ntime_intervals:\n  - time_intervals: []",
        Route + "\ninhibit_rules:\n  - source_matchers: [a=b]\n    target_match: {c: d}\n    equal: [e]",
        Route + "\ninhibit_rules:\n  - source_matcher: [a=b]", Route + "\nglobal: {resolve_timeout: 5m}",
        Route + "\nglobal: {resolve_timeot: 5m}", Route + "\nglobal: {resolve_timeout: 5}",
        Route + "\ninhibit_rule: []", Route + "\ntemplates: []",
        "route: {receiver: a}\nreceivers: [{name: a}, {name: a}]",
        "route: {receiver: a}\nreceivers: [{name: a, webhook_config: []}]", "route: {receiver: a}\nreceivers: [a]",
        "route: {receiver: a}\nreceivers: [{name: a, webhook_configs: [{url: 'http://127.0.0.1:1'}]}]",
        "route: {receiver: a}\nreceivers: [{name: a, webhook_configs: {url: 'http://127.0.0.1:1'}}]",
        "route: {receiver: a}\nreceivers: {name: a}",
    ];

    [Fact]
    public async Task Files_of_rules_are_refused_when_promtool_refuses_them() => NoDifference(
        await DifferencesAsync(RuleFiles, OfRules, (_, path) => Promtool.RunAsync(".", "check", "rules", path)));

    [Fact]
    public async Task Configurations_of_Prometheus_are_refused_when_promtool_refuses_them() => NoDifference(
        await DifferencesAsync(
            ScrapeConfigurations, OfScraping,
            (_, path) => Promtool.RunAsync(".", "check", "config", "--syntax-only", path)));

    [Fact]
    public async Task Configurations_of_Alertmanager_are_refused_when_amtool_refuses_them() => NoDifference(
        await DifferencesAsync(
            Configurations, OfRoutes,
            async (home, path) =>
            {
                (int code, string output, string errors) = await Amtool.TryAsync(home, "check-config", path);
                return (code, output + errors);
            }));

    // Alertmanager takes a receiver that nobody uses.
    private static bool IsRefused(string message) =>
        !message.StartsWith("no route leads", StringComparison.Ordinal);

    private static void NoDifference(string differences) => Assert.True(differences.Length == 0, differences);

    private static async Task<string> DifferencesAsync(
        string[] texts, ICheck[] checks, Func<TemporaryHome, string, Task<(int Code, string Said)>> judge)
    {
        using TemporaryHome home = new(withSharedTools: true);
        List<string> differences = [];
        foreach (string text in texts)
        {
            SourceFile file = new(home.Write("case.yml", text), text);
            IReadOnlyList<Problem> found = CheckRun.Find(
                SubjectReader.Read([file], NodeCatalog.Read(), ForeignMetrics.Read()), checks, [file]);
            (int code, string said) = await judge(home, file.Path);
            string ours = string.Join("; ", found.Select(problem => problem.Message).Where(IsRefused));
            if ((code != 0) != (ours.Length > 0)) differences.Add($"{text}\nours: {ours}\ntheirs: {code} {said}\n");
        }

        return string.Join('\n', differences);
    }
}
