using System.Globalization;
using Alys.Checks.Catalogs;
using Alys.Checks.Documents;
using Alys.Checks.Live;
using Alys.Checks.Sources;
using Alys.Monitor.Stack;
using Alys.PromQL;
using Alys.PromQL.Inference;

namespace Alys.Monitor.Checking;

/// <summary>Asks a running Prometheus which metrics it has, and how near to their limits its targets are.</summary>
internal sealed class LivePrometheus
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Labels that the scrape adds, and those that make one series of several.
    private static readonly string[] NotOfTheMetric = ["__name__", "job", "instance", "le", "quantile"];

    private readonly PrometheusApi _api;
    private readonly Uri _server;

    private LivePrometheus(PrometheusApi api, Uri server) => (_api, _server) = (api, server);

    /// <summary>Reads what it has now.</summary>
    /// <param name="server">Where it is.</param>
    /// <param name="unknown">The names of series whose labels matter, since no catalog has them.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="UsageException">There is no answer to go by.</exception>
    public static async Task<LiveMetrics> ReadAsync(
        Uri server, IReadOnlyCollection<string> unknown, CancellationToken stop)
    {
        using HttpClient http = Loopback.ClientFor(server, Patience);
        return await new LivePrometheus(new PrometheusApi(http, server), server).ReadAsync(unknown, stop);
    }

    private async Task<LiveMetrics> ReadAsync(IReadOnlyCollection<string> unknown, CancellationToken stop)
    {
        Dictionary<string, int> series = (await _api.AskAsync("count by (__name__) ({__name__!=\"\"})", stop))
            .ToDictionary(one => one.Labels["__name__"], one => (int)one.Value, StringComparer.Ordinal);
        if (series.Count == 0)
            throw new UsageException($"Prometheus at {_server} has no series at all: let it scrape first");
        Dictionary<string, string> types = await TypesAsync(stop);
        string[] families = [.. series.Keys.Select(name => FamilyOf(name, series, types)).Distinct().Order()];
        SourceFile listing = new(
            _server.ToString(), string.Concat(families.Select(name => $"{SeriesOf(name, series)} {name}\n")));
        List<LiveFamily> found = [];
        foreach ((int index, string name) in families.Index())
        {
            MetricFamily family = new()
            {
                Name = name,
                Kind = KindOf(name, series, types),
                HasOtherLabels = true,
                Unit = NodeCatalog.UnitOf(name),
            };
            if (unknown.Any(one => one == name || FamilyOf(one, series, types) == name))
                family = await WithLabelsAsync(family, series, stop);
            SourceSpan line = new(listing.StartOf(index + 1), listing.Line(index + 1).Length);
            found.Add(new LiveFamily(family, SeriesOf(name, series), listing.At(line)));
        }

        return new LiveMetrics(_server.ToString(), found, await TargetsAsync(stop), SeesAll: true);
    }

    private Task<Dictionary<string, string>> TypesAsync(CancellationToken stop) => _api.GetAsync(
        "metadata", [],
        data => data.EnumerateObject().ToDictionary(
            metric => metric.Name, metric => metric.Value[0].GetProperty("type").GetString() ?? "",
            StringComparer.Ordinal),
        stop);

    private async Task<MetricFamily> WithLabelsAsync(
        MetricFamily family, Dictionary<string, int> series, CancellationToken stop)
    {
        bool hasParts = family.Kind == MetricKind.Histogram && !series.ContainsKey(family.Name);
        string name = hasParts ? family.Name + "_bucket" : family.Name;
        string[] labels = await TextsAsync("labels", name, stop);
        return family with
        {
            HasOtherLabels = false,
            Labels =
            [
                .. labels.Except(NotOfTheMetric).Select(label => new MetricLabel(label, IsOptional: true)),
            ],
            Bounds = !hasParts ? null :
            [
                .. (await TextsAsync("label/le/values", name, stop))
                    .Select(bound => double.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture,
                        out double value) ? value : double.PositiveInfinity)
                    .Where(double.IsFinite).Order(),
            ],
        };
    }

    private Task<string[]> TextsAsync(string path, string series, CancellationToken stop) => _api.GetAsync(
        path, [new("match[]", $"{{__name__=\"{series}\"}}")],
        string[] (data) => [.. data.EnumerateArray().Select(one => one.GetString() ?? "")],
        stop);

    private async Task<IReadOnlyList<LiveTarget>> TargetsAsync(CancellationToken stop)
    {
        string text = await _api.GetAsync(
            "status/config", [], data => data.GetProperty("yaml").GetString() ?? "", stop);
        SourceFile file = new(_server.ToString(), text);
        if (YamlReader.Read(file, out _) is not MapNode root) return [];
        Dictionary<string, (long Limit, Location Where)> limits = new(StringComparer.Ordinal);
        foreach (MapNode job in root.Maps("scrape_configs"))
        {
            if (job.Text("job_name") is { } name && job["sample_limit"] is ScalarNode scalar
                && long.TryParse(scalar.Value, CultureInfo.InvariantCulture, out long limit) && limit > 0)
            {
                limits[name] = (limit, scalar.Location);
            }
        }

        return
        [
            .. from sample in await _api.AskAsync("scrape_samples_post_metric_relabeling", stop)
               let job = sample.Labels.GetValueOrDefault("job", "")
               where limits.ContainsKey(job)
               select new LiveTarget(
                   $"{job} {sample.Labels.GetValueOrDefault("instance", "")}", (long)sample.Value,
                   limits[job].Limit, limits[job].Where),
        ];
    }

    /// <summary>The name of the family that a series is a part of.</summary>
    private static string FamilyOf(string name, Dictionary<string, int> series, Dictionary<string, string> types)
    {
        foreach (string suffix in (ReadOnlySpan<string>)["_bucket", "_sum", "_count"])
        {
            if (!name.EndsWith(suffix, StringComparison.Ordinal)) continue;
            string family = name[..^suffix.Length];
            if (KindOf(family, series, types) is MetricKind.Histogram or MetricKind.Summary) return family;
        }

        return name;
    }

    // A store that keeps no types, as VictoriaMetrics is, still shows them by the names of the parts.
    private static MetricKind KindOf(string family, Dictionary<string, int> series, Dictionary<string, string> types) =>
        types.GetValueOrDefault(family) switch
        {
            "counter" => MetricKind.Counter,
            "gauge" or "info" or "stateset" => MetricKind.Gauge,
            "histogram" => MetricKind.Histogram,
            "summary" => MetricKind.Summary,
            _ when series.ContainsKey(family + "_bucket") && series.ContainsKey(family + "_count") =>
                MetricKind.Histogram,
            _ when family.EndsWith("_total", StringComparison.Ordinal) => MetricKind.Counter,
            _ => MetricKind.Unknown,
        };

    private static int SeriesOf(string family, Dictionary<string, int> series) =>
        series.GetValueOrDefault(family) + series.GetValueOrDefault(family + "_bucket")
        + series.GetValueOrDefault(family + "_sum") + series.GetValueOrDefault(family + "_count");
}
