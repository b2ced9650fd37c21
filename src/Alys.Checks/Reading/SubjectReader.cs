using Alys.Checks.Catalogs;
using Alys.Checks.Documents;
using Alys.Checks.Live;
using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.PromQL;
using Alys.PromQL.Inference;

namespace Alys.Checks.Reading;

/// <summary>Finds out what each file is, and reads it.</summary>
public static class SubjectReader
{
    /// <summary>The check that tells of files that cannot be read.</summary>
    public const string Unreadable = "file/readable";

    private const string Unchecked = "Mend the file; nothing in it was checked.";

    /// <summary>Reads files with the PromQL of Prometheus 2.</summary>
    /// <inheritdoc cref="Read(IEnumerable{SourceFile}, IReadOnlyList{CatalogMetric}, IEnumerable{MetricFamily},
    /// PromQLOptions, IReadOnlyList{LiveMetrics})"/>
    public static Subject Read(
        IEnumerable<SourceFile> files,
        IReadOnlyList<CatalogMetric> own,
        IEnumerable<MetricFamily> foreign,
        params IReadOnlyList<LiveMetrics> live) => Read(files, own, foreign, PromQLOptions.Prometheus2, live);

    /// <summary>Reads files.</summary>
    /// <param name="files">Of any kind; what is none that is known is left out.</param>
    /// <param name="own">The catalog that is judged.</param>
    /// <param name="foreign">Other programs' metrics.</param>
    /// <param name="promQL">Which PromQL is in them; in dashboards, Grafana's variables as well.</param>
    /// <param name="live">What runs, when that is to be judged by too. A catalog of which it has nothing is that of
    /// another program, and is left out.</param>
    /// <remarks><b>Threads:</b> any. <b>Cost:</b> about a millisecond for each hundred lines.</remarks>
    public static Subject Read(
        IEnumerable<SourceFile> files,
        IReadOnlyList<CatalogMetric> own,
        IEnumerable<MetricFamily> foreign,
        PromQLOptions promQL,
        params IReadOnlyList<LiveMetrics> live)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(promQL);
        ArgumentNullException.ThrowIfNull(live);
        MetricFamily[] seen = [.. live.SelectMany(one => one.Families).Select(one => one.Family)];
        if (live.Count > 0 && !own.Select(metric => metric.Family.Name).Intersect(seen.Select(one => one.Name)).Any())
            own = [];
        foreign = [.. foreign, .. seen];
        Found found = new(promQL);
        foreach (SourceFile file in files) Read(file, found);
        found.Rules.AddRange(RuleManifests.WithoutCopies(found.Manifests, [.. found.Rules]));
        // Of a page alone it is not known who scrapes it.
        TargetLabels labels = TargetLabels.Of(
            found.Prometheus, found.Targets,
            found.Rules.Any(file => file.IsManifest) || live.Any(one => !one.SeesAll));
        if (labels.IsOpen)
        {
            own = [.. own.Select(metric => metric with { Family = metric.Family with { HasOtherLabels = true } })];
            foreign = foreign.Select(family => family with { HasOtherLabels = true });
        }

        KnownMetrics metrics = new(own, foreign, [], labels.All);
        metrics = new KnownMetrics(own, foreign, RecordedMetrics.Of(found.Rules, metrics), labels.All);
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
            Unknown = found.Unknown,
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
                if (RunbookReader.Read(file, found.PromQL) is { } runbook) found.Runbooks.Add(runbook);
                else found.Unknown.Add(file);
                break;
            case ".json":
                DocumentNode? json = JsonReader.Read(file, out DocumentError? noJson);
                if (noJson is not null) found.Add(file, noJson);
                else if (json is MapNode document) AddJson(file, document, found);
                else if (json is ListNode groups && TargetFile.Is(groups))
                    found.Targets.Add(new TargetFile(file, groups));
                else found.Unknown.Add(file);
                break;
            // Files of rules have many names, such as alys.rules; all of them are YAML.
            default:
                IReadOnlyList<DocumentNode> yaml = YamlReader.ReadAll(file, out DocumentError? noYaml);
                if (noYaml is not null) found.Add(file, noYaml);
                else if (RuleManifests.Read(file, yaml, found.PromQL) is { } manifests) found.Manifests.Add(manifests);
                // Of other files the programs they are for read the first document.
                else if (yaml is [MapNode map, ..]) AddYaml(file, map, [.. yaml.Skip(1).OfType<MapNode>()], found);
                else if (yaml is [ListNode list, ..] && TargetFile.Is(list))
                    found.Targets.Add(new TargetFile(file, list));
                else found.Unknown.Add(file);
                break;
        }
    }

    private static void AddJson(SourceFile file, MapNode json, Found found)
    {
        if (DashboardReader.Is(json)) found.Dashboards.Add(DashboardReader.Read(file, json, found.PromQL));
        else if (DashboardReader.NoPanels(json) is { } other)
            found.Unreadable.Add(new Problem(Unreadable, other.Location, "panels is no list", Unchecked));
        else found.Unknown.Add(file);
    }

    private static void AddYaml(SourceFile file, MapNode yaml, MapNode[] others, Found found)
    {
        if (RuleTests.Is(yaml)) found.Tests.Add(new RuleTests(file, yaml));
        else if (RuleReader.Is(yaml))
            found.Rules.Add(RuleReader.Read(file, found.PromQL, yaml) with { Unread = others });
        else if (AlertmanagerConfig.Is(yaml)) found.Alertmanager.Add(new AlertmanagerConfig(file, yaml));
        else if (PrometheusConfig.Is(yaml)) found.Prometheus.Add(new PrometheusConfig(file, yaml));
        else if (yaml["datasources"] is ListNode || yaml["providers"] is ListNode)
            found.Provisioning.Add(new Provisioning(file, yaml));
        else if (yaml["diagnostic"] is MapNode) found.Diagnostics.Add(new DiagnosticMetrics(file, yaml));
        else found.Unknown.Add(file);
    }

    private sealed class Found(PromQLOptions promQL)
    {
        public PromQLOptions PromQL => promQL;

        public List<RuleFile> Rules { get; } = [];

        public List<RuleTests> Tests { get; } = [];

        public List<Dashboard> Dashboards { get; } = [];

        public List<Provisioning> Provisioning { get; } = [];

        public List<PrometheusConfig> Prometheus { get; } = [];

        public List<AlertmanagerConfig> Alertmanager { get; } = [];

        public List<Runbook> Runbooks { get; } = [];

        public List<DiagnosticMetrics> Diagnostics { get; } = [];

        public List<TargetFile> Targets { get; } = [];

        public List<RuleFile> Manifests { get; } = [];

        public List<Problem> Unreadable { get; } = [];

        public List<SourceFile> Unknown { get; } = [];

        public void Add(SourceFile file, DocumentError error) => Unreadable.Add(new Problem(
            SubjectReader.Unreadable, file.At(error.Span), error.Message, Unchecked));
    }
}
