using Alys.Checks.Catalogs;
using Alys.Checks.Documents;
using Alys.Checks.Live;
using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Reading;

/// <summary>Finds out what each file is, and reads it.</summary>
public static class SubjectReader
{
    /// <summary>The check that tells of files that cannot be read.</summary>
    public const string Unreadable = "file/readable";

    private const string Unchecked = "Mend the file; nothing in it was checked.";

    /// <summary>Reads files.</summary>
    /// <param name="files">Of any kind; what is none that is known is left out.</param>
    /// <param name="own">The catalog that is judged.</param>
    /// <param name="foreign">Other programs' metrics.</param>
    /// <param name="live">What runs, when that is to be judged by too. A catalog of which it has nothing is that of
    /// another program, and is left out.</param>
    /// <remarks><b>Threads:</b> any. <b>Cost:</b> about a millisecond for each hundred lines.</remarks>
    public static Subject Read(
        IEnumerable<SourceFile> files,
        IReadOnlyList<CatalogMetric> own,
        IEnumerable<MetricFamily> foreign,
        params IReadOnlyList<LiveMetrics> live)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(live);
        MetricFamily[] seen = [.. live.SelectMany(one => one.Families).Select(one => one.Family)];
        if (live.Count > 0 && !own.Select(metric => metric.Family.Name).Intersect(seen.Select(one => one.Name)).Any())
            own = [];
        foreign = [.. foreign, .. seen];
        Found found = new();
        foreach (SourceFile file in files) Read(file, found);
        KnownMetrics metrics = new(own, foreign, []);
        metrics = new KnownMetrics(own, foreign, RecordedMetrics.Of(found.Rules, metrics));
        Subject subject = new()
        {
            Metrics = metrics,
            Live = live,
            RuleFiles = found.Rules,
            RuleTests = found.Tests,
            Dashboards = found.Dashboards,
            Provisioning = found.Provisioning,
            PrometheusConfigs = found.Prometheus,
            AlertmanagerConfigs = found.Alertmanager,
            Runbooks = found.Runbooks,
            Diagnostics = found.Diagnostics,
            TargetFiles = found.Targets,
            Unreadable = found.Unreadable,
        };
        foreach (Query query in subject.Queries)
        {
            if (query.Parsed is { IsValid: true, Root: { } root })
                query.Facts = ExpressionInference.Infer(root, metrics);
        }

        return subject;
    }

    private static void Read(SourceFile file, Found found)
    {
        switch (Path.GetExtension(file.Path))
        {
            case ".md":
                if (RunbookReader.Read(file) is { } runbook) found.Runbooks.Add(runbook);
                break;
            case ".json":
                if (Document(JsonReader.Read(file, out DocumentError? noJson), file, noJson, found) is MapNode json)
                    Add(file, json, found);
                break;
            // Files of rules have many names, such as alys.rules; all of them are YAML.
            default:
                DocumentNode? yaml = Document(YamlReader.Read(file, out DocumentError? noYaml), file, noYaml, found);
                if (yaml is MapNode map) AddYaml(file, map, found);
                else if (yaml is ListNode list && TargetFile.Is(list)) found.Targets.Add(new TargetFile(file, list));
                break;
        }
    }

    private static void Add(SourceFile file, MapNode json, Found found)
    {
        if (DashboardReader.Is(json)) found.Dashboards.Add(DashboardReader.Read(file, json));
        else if (DashboardReader.NoPanels(json) is { } other)
            found.Unreadable.Add(new Problem(Unreadable, other.Location, "panels is no list", Unchecked));
    }

    private static void AddYaml(SourceFile file, MapNode yaml, Found found)
    {
        if (yaml["tests"] is ListNode) found.Tests.Add(new RuleTests(file, yaml));
        else if (yaml["groups"] is ListNode) found.Rules.Add(RuleReader.Read(file, yaml));
        else if (yaml["scrape_configs"] is ListNode) found.Prometheus.Add(new PrometheusConfig(file, yaml));
        else if (yaml["receivers"] is ListNode) found.Alertmanager.Add(new AlertmanagerConfig(file, yaml));
        else if (yaml["datasources"] is ListNode || yaml["providers"] is ListNode)
            found.Provisioning.Add(new Provisioning(file, yaml));
        else if (yaml["diagnostic"] is MapNode) found.Diagnostics.Add(new DiagnosticMetrics(file, yaml));
    }

    private static DocumentNode? Document(DocumentNode? node, SourceFile file, DocumentError? error, Found found)
    {
        if (error is not null)
        {
            found.Unreadable.Add(new Problem(Unreadable, file.At(error.Span), error.Message, Unchecked));
        }

        return node;
    }

    private sealed class Found
    {
        public List<RuleFile> Rules { get; } = [];

        public List<RuleTests> Tests { get; } = [];

        public List<Dashboard> Dashboards { get; } = [];

        public List<Provisioning> Provisioning { get; } = [];

        public List<PrometheusConfig> Prometheus { get; } = [];

        public List<AlertmanagerConfig> Alertmanager { get; } = [];

        public List<Runbook> Runbooks { get; } = [];

        public List<DiagnosticMetrics> Diagnostics { get; } = [];

        public List<TargetFile> Targets { get; } = [];

        public List<Problem> Unreadable { get; } = [];
    }
}
