using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Alys.Metrics;
using Alys.Metrics.Tests.Generated;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary>A registry made up by chance, as parsers read it that others wrote: the same series with the same labels
/// and, bit for bit, the same values.</summary>
public sealed class RoundTripTests
{
    private const int Metrics = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly GeneratedRegistry _made = new(Metrics);

    [Fact]
    public async Task Prometheus_reads_both_formats_back_equal()
    {
        await using StaticPages pages = await StaticPages.StartAsync(
            ("/Text", "text/plain; version=0.0.4; charset=utf-8", _made.Page(ExpositionFormat.Text)),
            ("/OpenMetrics", "application/openmetrics-text; version=1.0.0; charset=utf-8",
                _made.Page(ExpositionFormat.OpenMetrics)));
        await using RealPrometheus prometheus = await RealPrometheus.StartAsync(_ => Configuration(pages));

        foreach (ExpositionFormat format in Enum.GetValues<ExpositionFormat>())
        {
            await UntilScrapedAsync(prometheus, format);
            AssertNone(_made.Expected.Differences(await SamplesAsync(prometheus, format), withEmpty: false));
            AssertNone(_made.Expected.Differences(await MetadataAsync(prometheus, format), format));
        }
    }

    [Fact]
    public async Task The_reference_parser_of_OpenMetrics_reads_it_back_equal()
    {
        Assert.SkipWhen(ReferenceParser.Missing is not null, ReferenceParser.Missing ?? "");

        List<(ExpectedFamily Family, List<ExpectedSample> Samples)> read =
            await ReferenceParser.ReadAsync(_made.Page(ExpositionFormat.OpenMetrics));

        // It reads what has no point as a whole number, and there is no whole number -0.
        AssertNone(_made.Expected.Differences(
            read.SelectMany(one => one.Samples), withEmpty: true, withSignOfZero: false));
        AssertNone(_made.Expected.Differences(
            read.Select(one => (one.Family.Name, one.Family.Type, one.Family.Help)), ExpositionFormat.OpenMetrics));
    }

    [Fact]
    public async Task VictoriaMetrics_reads_the_same_series_and_values_to_its_precision()
    {
        await using RealVictoriaMetrics store = await RealVictoriaMetrics.StartAsync();
        await store.ImportAsync(_made.Page(ExpositionFormat.Text));
        List<string> differences = [];

        // It shows what it was given a moment later.
        await Eventually.HoldsAsync(
            async () => (differences = _made.Expected.RoughDifferences(await store.ExportAsync())).Count == 0,
            Patience, "VictoriaMetrics has every series", () => Told(differences));
    }

    [Fact]
    public async Task Promtool_takes_the_page()
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        using Process promtool = Process.Start(new ProcessStartInfo(package.Promtool, ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        Task<string> said = promtool.StandardError.ReadToEndAsync(cancellation);
        await promtool.StandardInput.BaseStream.WriteAsync(_made.Page(ExpositionFormat.Text), cancellation);
        promtool.StandardInput.Close();
        await promtool.WaitForExitAsync(cancellation);

        // 3: it does not like the names, which are made up. 1: it cannot read the page.
        Assert.True(promtool.ExitCode == 3, Told([await said]));
        Assert.DoesNotContain("error while linting", await said, StringComparison.Ordinal);
    }

    private static string Configuration(StaticPages pages) =>
        $$"""
        global: { scrape_interval: 1s }
        scrape_configs:
          - { job_name: Text, metrics_path: /Text, static_configs: [{ targets: ["{{pages.Endpoint}}"] }] }
          - { job_name: OpenMetrics, metrics_path: /OpenMetrics, static_configs: [{ targets: ["{{pages.Endpoint}}"] }] }
        """;

    private async Task UntilScrapedAsync(RealPrometheus prometheus, ExpositionFormat format)
    {
        string target = "";
        await Eventually.HoldsAsync(
            async () =>
            {
                JsonElement targets = await prometheus.GetAsync("api/v1/targets");
                target = targets.GetProperty("activeTargets").EnumerateArray().Select(one => one.GetRawText())
                    .FirstOrDefault(text => text.Contains($"/{format}\"", StringComparison.Ordinal), "");
                Assert.False(target.Contains("\"health\":\"down\"", StringComparison.Ordinal), Told([target]));
                return await prometheus.QueryAsync($"scrape_samples_post_metric_relabeling{{job=\"{format}\"}}") > 0;
            },
            Patience, $"Prometheus has scraped {format}", () => target);
    }

    private static async Task<IEnumerable<ExpectedSample>> SamplesAsync(
        RealPrometheus prometheus, ExpositionFormat format)
    {
        string query = $"{{job=\"{format}\",__name__!~\"up|scrape_.+\"}}";
        JsonElement data = await prometheus.PostAsync("api/v1/query", "query", query);
        return data.GetProperty("result").EnumerateArray().Select(series =>
        {
            Dictionary<string, string> labels =
                series.GetProperty("metric").Deserialize<Dictionary<string, string>>()!;
            labels.Remove("__name__", out string? name);
            labels.Remove("job");
            labels.Remove("instance");
            string value = series.GetProperty("value")[1].GetString()!;
            return new ExpectedSample(name!, [.. labels.Select(label => (label.Key, label.Value))], Number(value));
        });
    }

    private static async Task<IEnumerable<(string Name, string Type, string Help)>> MetadataAsync(
        RealPrometheus prometheus, ExpositionFormat format)
    {
        string match = Uri.EscapeDataString($"{{job=\"{format}\"}}");
        JsonElement data = await prometheus.GetAsync($"api/v1/targets/metadata?match_target={match}");
        return data.EnumerateArray().Select(entry => (
            entry.GetProperty("metric").GetString()!,
            entry.GetProperty("type").GetString()!,
            entry.GetProperty("help").GetString()!));
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private void AssertNone(List<string> differences) => Assert.True(differences.Count == 0, Told(differences));

    private string Told(List<string> what) => $"{string.Join('\n', what)}\nThe seed is {_made.Seed}.";
}
