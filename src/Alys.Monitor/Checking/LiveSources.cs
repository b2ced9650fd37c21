using Alys.Checks.Catalogs;
using Alys.Checks.Live;
using Alys.Checks.Reading;
using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Monitor.Checking;

/// <summary>What runs and is asked when files are checked.</summary>
/// <param name="Pages">Metrics pages.</param>
/// <param name="Servers">Prometheus, or what answers like one.</param>
internal sealed record LiveSources(IReadOnlyList<Uri> Pages, IReadOnlyList<Uri> Servers)
{
    /// <summary>Which PromQL the files are in. Default: that of Prometheus 2.</summary>
    public PromQLOptions PromQL { get; init; } = PromQLOptions.Prometheus2;

    /// <summary>The subject that files make together with what runs.</summary>
    /// <exception cref="UsageException">Something that was named does not answer.</exception>
    public async Task<Subject> ReadAsync(IReadOnlyList<SourceFile> files, CancellationToken stop)
    {
        IReadOnlyList<CatalogMetric> own = NodeCatalog.Read();
        Subject subject = SubjectReader.Read(files, own, ForeignMetrics.Read(), PromQL);
        if (Pages.Count + Servers.Count == 0) return subject;
        List<LiveMetrics> live = [];
        foreach (Uri page in Pages) live.Add(await LivePage.ReadAsync(page, stop));
        HashSet<string> unknown = Unknown(subject);
        foreach (Uri server in Servers) live.Add(await LivePrometheus.ReadAsync(server, unknown, stop));
        return SubjectReader.Read(files, own, ForeignMetrics.Read(), PromQL, live);
    }

    /// <summary>What queries ask for and no catalog has, or none with all its labels.</summary>
    private static HashSet<string> Unknown(Subject subject) =>
    [
        .. from query in subject.Queries
           from found in query.Selectors
           where found.Selector.MetricName is not null
               && found.Series?.Family is null or { HasOtherLabels: true, HasTargetLabels: true }
           select found.Selector.MetricName,
    ];
}
